import { useMediaQuery } from '@mantine/hooks';
import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HowToSearch } from './how-to-search.tsx';
import { LogFacets } from './log-facets.tsx';
import { LogHistogram } from './log-histogram.tsx';
import classes from './log-search.module.css';
import type { LogAsked, LogParams } from './use-log-params.ts';

interface LogOverviewProps {
  summary: UseQueryResult<LogSummary>;
  asked: LogAsked;
  change: LogParams['change'];
  /** The lines themselves. */
  children: ReactNode;
}

/** The picture above the lines, and beside them what they have in common. */
export function LogOverview({ summary, asked, change, children }: LogOverviewProps) {
  const isNarrow = useMediaQuery('(width < 62em)', false, { getInitialValueInEffect: false });
  const { data, error } = summary;
  const facets = data && <LogFacets summary={data} asked={asked} change={change} />;
  return (
    <>
      <div className={classes.picture} aria-busy={data === undefined && error === null}>
        {data && (
          <LogHistogram
            summary={data}
            onSelect={(fromMs, toMs) =>
              change({ from: String(Math.floor(fromMs)), to: String(Math.ceil(toMs)), minutes: undefined })
            }
          />
        )}
        {!data && error && <Failure problem={asApiProblem(error)} onRetry={() => void summary.refetch()} />}
      </div>
      <div className={classes.halves}>
        <aside className={classes.aside} aria-label="Narrow the search">
          <HowToSearch />
          {isNarrow ? (
            <details className={classes.fold}>
              <summary>Severity, service, event, route</summary>
              {facets}
            </details>
          ) : (
            facets
          )}
        </aside>
        {children}
      </div>
    </>
  );
}
