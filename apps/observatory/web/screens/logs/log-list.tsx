import { Button } from '@mantine/core';
import type { LogRecord, listLogs } from '@octo/contracts/observatory.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { AttributeTable } from '../../parts/attribute-table.tsx';
import { ServiceFilter } from '../../parts/service-filter.tsx';
import { oneSeverity, severityOptions } from '../../parts/severities.ts';
import { asTraceId } from '../../paths.ts';
import { LogCard, logColumns } from './log-columns.tsx';
import { NoLogs } from './no-logs.tsx';

const everyMs = 5_000;

export function LogList() {
  const { values, set, isNarrowed, clear } = useListParams(['q', 'service', 'severity', 'traceId']);
  const { q, service } = values;
  const severity = oneSeverity(values.severity);
  const traceId = asTraceId(values.traceId ?? '');
  const list = useList({
    key: ['logs', { q, service, severity, traceId }],
    load: async (after, signal) => {
      const { logs, next } = await request<typeof listLogs>('GET /api/logs', {
        query: { q, service, severity, traceId, after, limit: 100 },
        signal,
      });
      return { rows: logs, next: next ?? undefined };
    },
    refresh: { everyMs, rowKey: logKey },
  });
  return (
    <>
      <PageHeader title="Logs" description="What the services wrote, newest first; each line leads to its trace." />
      <Toolbar>
        <SearchBox
          label="Search logs"
          placeholder="Part of the message"
          value={q}
          onChange={(text) => set('q', text)}
        />
        <ServiceFilter value={service} onChange={(value) => set('service', value)} />
        <FilterSelect
          label="Severity"
          anyLabel="Any severity"
          options={severityOptions}
          value={severity}
          onChange={(value) => set('severity', value)}
        />
        {traceId !== undefined && (
          <Button variant="default" onClick={() => set('traceId', undefined)}>
            Only trace {traceId.slice(0, 8)} ×
          </Button>
        )}
        <ListNewsButton list={list} noun="line" />
      </Toolbar>
      <DataList
        label="Logs"
        name="logs"
        list={list}
        columns={logColumns}
        rowKey={logKey}
        card={(log) => <LogCard log={log} />}
        more={(log) => <AttributeTable attributes={log.attributes} />}
        empty={<NoLogs isNarrowed={isNarrowed} onClear={clear} />}
      />
    </>
  );
}

/** A record has no name of its own. */
function logKey({ timeUnixNano, service, spanId, body }: LogRecord): string {
  return `${timeUnixNano} ${service} ${spanId} ${body}`;
}
