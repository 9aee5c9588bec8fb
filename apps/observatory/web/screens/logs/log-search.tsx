import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import { formatClock, formatQuantity } from '@octo/ui/format.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { useRef } from 'react';
import { LogDetails } from '../../parts/log-details.tsx';
import { isoOf } from '../../parts/nano.ts';
import { SavedSearches } from '../traces/saved-searches.tsx';
import { LogCard, logColumns } from './log-columns.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogOverview } from './log-overview.tsx';
import classes from './log-search.module.css';
import { NoLogs } from './no-logs.tsx';
import { TailBar } from './tail-bar.tsx';
import { tailAbove } from './tail-lines.ts';
import { type LogAsked, useLogParams } from './use-log-params.ts';
import { useLogTail } from './use-log-tail.ts';
import { useLogSummary, useLogs } from './use-logs.ts';

export function LogSearch() {
  const params = useLogParams();
  const { asked, isNarrowed, change, clear } = params;
  // What is over has no new lines, and those of a trace go on at its end.
  const isLive = params.isLive && asked.toMs === undefined && asked.traceId === undefined;
  const { list, searchedBackToUnixNano } = useLogs(asked, isLive);
  const summary = useLogSummary(asked);
  const place = useRef<HTMLDivElement>(null);
  const tail = useLogTail({
    asked,
    isOn: isLive,
    isReading: () => isReadingIn(place.current),
    onOpen: list.retry,
  });
  const rows = isLive && list.rows ? tailAbove(tail.shown, list.rows) : list.rows;
  return (
    <>
      <PageHeader
        title="Logs"
        description={descriptionOf(summary.data, asked)}
        actions={<SavedSearches page="logs" values={params.values} />}
      />
      <LogFilters params={params}>{!isLive && <ListNewsButton list={list} noun="line" />}</LogFilters>
      <LogOverview summary={summary} asked={asked} change={change}>
        <div ref={place} className={classes.list}>
          {isLive && <TailBar tail={tail} />}
          <DataList
            label="Logs"
            name="logs"
            list={{ ...list, rows }}
            columns={logColumns}
            rowKey={({ id }) => id}
            card={(log) => <LogCard log={log} />}
            more={(log) => <LogDetails log={log} />}
            empty={<NoLogs isNarrowed={isNarrowed} onClear={clear} />}
          />
          {searchedBackToUnixNano !== undefined && (
            <p className="muted" role="status">
              Searched back to {formatClock(isoOf(searchedBackToUnixNano))}. “Load more” goes on from there.
            </p>
          )}
        </div>
      </LogOverview>
    </>
  );
}

function descriptionOf(summary: LogSummary | undefined, { traceId }: LogAsked): string {
  const order = `${traceId === undefined ? 'newest' : 'earliest'} first`;
  if (summary === undefined) return `What the services wrote, ${order}.`;
  const lines = formatQuantity(summary.lines, 'line');
  return `${lines}${summary.countedBackToUnixNano === null ? '' : ' so far'}, ${order}.`;
}

const readingPx = 200;

/** Whether somebody is at a line: has scrolled down to it, or opened one. */
function isReadingIn(place: HTMLElement | null): boolean {
  return window.scrollY > readingPx || place?.querySelector('table [aria-expanded="true"], details[open]') !== null;
}
