import type { StatementCaller, StatementRuns } from '@octo/contracts/insight-runs.ts';
import { formatCount, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import { ShareBar } from '../../parts/share-bar.tsx';
import { tracesPath } from '../../paths.ts';

interface CallerSectionProps {
  query: UseQueryResult<StatementRuns>;
  minutes: number;
}

/** The requests, messages and jobs that make it run, and the verbs that ask. */
export function CallerSection({ query, minutes }: CallerSectionProps) {
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Called by" lines={4} />}>
      {({ callers }) => {
        const total = callers.reduce((sum, { calls }) => sum + calls, 0);
        return (
          <Section title="Called by">
            <DataList
              label="Callers"
              list={listOf(callers)}
              columns={callerColumns(total)}
              rowKey={({ service, route, verb }) => `${service} ${route} ${verb}`}
              rowPath={({ service, route, verb }) => tracesPath({ service, q: route ?? verb ?? undefined, minutes })}
              card={(caller) => (
                <CardLines
                  title={caller.route ?? 'Request not known'}
                  value={formatShare(caller.calls / total)}
                  about={[caller.service, caller.verb ?? 'the request itself']}
                />
              )}
              empty={<p className="muted">No span of it came in this time.</p>}
            />
          </Section>
        );
      }}
    </Answer>
  );
}

function callerColumns(total: number): Column<StatementCaller>[] {
  return [
    {
      key: 'route',
      title: 'Request, message or job; verb',
      cell: ({ service, route, verb }) => (
        <>
          {route ?? 'Not known'} <span className="muted">{service}</span>
          {verb !== null && verb !== route && (
            <>
              <br />
              {verb}
            </>
          )}
        </>
      ),
    },
    {
      key: 'calls',
      title: 'Calls',
      align: 'end',
      isShort: true,
      cell: ({ calls }) => (
        <>
          {formatCount(calls)} <span className="muted">{formatShare(calls / total)}</span>
          <ShareBar share={calls / total} />
        </>
      ),
    },
    {
      key: 'mean',
      title: 'Per call',
      leaveOut: 1,
      align: 'end',
      isShort: true,
      cell: ({ calls, elapsedMs }) => formatMilliseconds(elapsedMs / calls),
    },
  ];
}
