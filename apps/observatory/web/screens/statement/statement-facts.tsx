import type { StatementRuns } from '@octo/contracts/insight-runs.ts';
import type { getStatement } from '@octo/contracts/insight-statements.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { formatCount, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { formatSql } from '@octo/ui/format-sql.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { Link } from 'react-router';
import { tracesPath } from '../../paths.ts';
import { tracesOf } from './statement-charts.tsx';
import classes from './statement-page.module.css';

interface StatementFactsProps {
  history: AnswerOf<typeof getStatement>;
  runs: StatementRuns | undefined;
  minutes: number;
}

const idLength = 24;

/** Its text, and what it came to in the window. */
export function StatementFacts({ history, runs, minutes }: StatementFactsProps) {
  const { statement, firstSeenAt, lastSeenAt } = history;
  const { sqlId, statementId, text, calls, elapsedMs, meanMs, rows, blocksRead, blocksHit } = statement;
  return (
    <Section title="Text">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <pre className={classes.text} tabIndex={0}>
        <code>{formatSql(text)}</code>
      </pre>
      <div className={classes.parts}>
        <Facts
          facts={[
            ['SQL_ID', sqlId && <ShortId id={sqlId} label="SQL_ID" length={idLength} />],
            ['First seen', <Instant key="first" at={firstSeenAt} />],
            [
              'Id in the database',
              statementId === sqlId ? null : <ShortId key="id" id={statementId} label="id" length={idLength} />,
            ],
            ['Last seen', <Instant key="last" at={lastSeenAt} />],
          ]}
        />
        <Facts
          facts={[
            ['Ran', <Calls key="calls" sqlId={sqlId} calls={calls} minutes={minutes} />],
            ['Time', `${formatMilliseconds(elapsedMs)}, ${formatMilliseconds(meanMs)} per call`],
            ['As callers saw it', runs && <Percentiles runs={runs} minutes={minutes} />],
            ['Rows', `${formatCount(rows)}${calls === 0 ? '' : `, ${Number((rows / calls).toPrecision(2))} per call`}`],
            ['Blocks', `${formatCount(blocksRead)} read, ${formatCount(blocksHit)} found in the cache`],
          ]}
        />
      </div>
    </Section>
  );
}

function Calls({ sqlId, calls, minutes }: { sqlId: string | null; calls: number; minutes: number }) {
  const words = formatQuantity(calls, 'time');
  return sqlId === null ? words : <Link to={tracesOf(sqlId, minutes)}>{words}</Link>;
}

/** Of its spans; each leads to the traces that took at least so long. */
function Percentiles({ runs, minutes }: { runs: StatementRuns; minutes: number }) {
  const { sqlId, p50Ms, p95Ms, p99Ms, errors } = runs;
  const of = { q: `${attributeNames.sqlId}=${sqlId}`, minutes };
  const told = [
    ['p50', p50Ms],
    ['p95', p95Ms],
    ['p99', p99Ms],
  ] as const;
  return (
    <>
      {told.map(([name, ms]) =>
        ms === null ? null : (
          <span key={name}>
            {name} <Link to={tracesPath({ ...of, min: Math.floor(ms * 90) / 100 })}>{formatMilliseconds(ms)}</Link>{' '}
          </span>
        ),
      )}
      {errors > 0 && <Link to={tracesPath({ ...of, status: 'error' })}>{formatCount(errors)} failed</Link>}
      {p50Ms === null && <span className="muted">No span in this time</span>}
    </>
  );
}
