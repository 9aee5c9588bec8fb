import type { NamedQuery } from '@octo/contracts/query-lab.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useState } from 'react';
import { History } from './history.tsx';
import { QueryBench } from './query-bench.tsx';
import classes from './query-lab.module.css';
import { QueryMenu } from './query-menu.tsx';
import { useNamedQueries } from './use-named-queries.ts';

/** Named queries, run on demand under a role that may only read, and what came of all of them. */
export function QueryLab() {
  const query = useNamedQueries();
  // What the operator has run shows in the history at once.
  const [runs, setRuns] = useState(0);
  return (
    <>
      <PageHeader
        title="Query lab"
        description="Questions to the live database, each with its SQL, its time and its trace. Some of them fail on purpose."
      />
      <Answer query={query} skeleton={<LabSkeleton />}>
        {({ queries }) => <Lab queries={queries} onRun={() => setRuns(runs + 1)} />}
      </Answer>
      <History queries={query.data?.queries ?? []} runs={runs} />
    </>
  );
}

function Lab({ queries, onRun }: { queries: readonly NamedQuery[]; onRun(): void }) {
  const { values } = useListParams(['query']);
  const chosen = queries.find(({ name }) => name === values.query) ?? queries[0];
  if (!chosen) return null;
  return (
    <div className={classes.lab}>
      <QueryMenu queries={queries} chosen={chosen.name} />
      <QueryBench key={chosen.name} query={chosen} onRun={onRun} />
    </div>
  );
}

function LabSkeleton() {
  return (
    <div className={classes.lab}>
      <SectionSkeleton title="Queries" lines={6} />
      <SectionSkeleton title="SQL" lines={6} />
    </div>
  );
}
