import { Button } from '@mantine/core';
import type { NamedQuery } from '@octo/contracts/query-lab.ts';
import { formatSql } from '@octo/ui/format-sql.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { useCan } from '../../session/session.ts';
import { Outcome } from './outcome.tsx';
import classes from './query-lab.module.css';
import { RunRefusal } from './run-refusal.tsx';
import { useRun } from './use-run.ts';

/** One query: what it is for, its SQL, and what it answers when it is run. */
export function QueryBench({ query, onRun }: { query: NamedQuery; onRun(): void }) {
  const can = useCan();
  const run = useRun(query.name, onRun);
  return (
    <Section title={query.label} aside={<span className="mono">{query.name}</span>}>
      <div className={classes.bench}>
        <p>{query.description}</p>
        <pre className={classes.sql}>
          <code>{formatSql(query.sql)}</code>
        </pre>
        {can('workflows.run') ? (
          <div className={classes.run}>
            <Button loading={run.isPending} leftSection={<Icon name="play" />} onClick={() => run.mutate()}>
              Run the query
            </Button>
            <span className="muted" role="status">
              {run.isPending ? 'It runs; the gateway ends it when it takes too long.' : ''}
            </span>
          </div>
        ) : (
          <p className="muted">Your role lets you look at queries and their history, not run them.</p>
        )}
        {!run.isPending && run.error && <RunRefusal problem={asApiProblem(run.error)} />}
        {!run.isPending && run.data && <Outcome result={run.data} />}
      </div>
    </Section>
  );
}
