import { Button } from '@mantine/core';
import { formatLocalInstant } from '@octo/ui/format.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import type { ReactNode } from 'react';
import { ServiceFilter } from '../../parts/service-filter.tsx';
import { oneSeverity, severityOptions } from '../../parts/severities.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import type { LogAsked, LogParams } from './use-log-params.ts';

interface LogFiltersProps {
  params: LogParams;
  children: ReactNode;
}

const longestSearch = 500;

export function LogFilters({ params: { asked, isLive, change }, children }: LogFiltersProps) {
  const { q, service, severity, traceId, minutes } = asked;
  return (
    <Toolbar>
      <SearchBox
        label="Search logs"
        placeholder='Words, "a phrase", or name=value'
        value={q}
        longest={longestSearch}
        onChange={(text) => change({ q: text })}
      />
      <ServiceFilter value={service} onChange={(value) => change({ service: value })} />
      <FilterSelect
        label="Severity"
        anyLabel="Any severity"
        options={severityOptions}
        value={oneSeverity(severity)}
        onChange={(value) => change({ severity: value })}
      />
      <WindowSelect
        minutes={minutes}
        anyLabel="Any time"
        onChange={(chosen) =>
          change({ minutes: chosen === undefined ? undefined : String(chosen), from: undefined, to: undefined })
        }
      />
      <TimeChip asked={asked} change={change} />
      {traceId !== undefined && (
        <Button variant="default" onClick={() => change({ traceId: undefined })}>
          Only trace {traceId.slice(0, 8)} ×
        </Button>
      )}
      <Button
        variant={isLive ? 'filled' : 'default'}
        aria-pressed={isLive}
        onClick={() => change({ live: isLive ? undefined : '1' })}
      >
        Live
      </Button>
      {children}
    </Toolbar>
  );
}

/** The part of time that was chosen in the picture; a click goes back to all of it. */
function TimeChip({ asked: { fromMs, toMs }, change }: { asked: LogAsked; change: LogParams['change'] }) {
  if (fromMs === undefined && toMs === undefined) return null;
  const words = (ms: number | undefined) => (ms === undefined ? '…' : formatLocalInstant(new Date(ms).toISOString()));
  return (
    <Button variant="default" onClick={() => change({ from: undefined, to: undefined })}>
      {words(fromMs)} – {words(toMs)} ×
    </Button>
  );
}
