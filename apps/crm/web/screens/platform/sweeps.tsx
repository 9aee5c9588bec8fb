import type { listWorkflowRuns } from '@octo/contracts/workflows.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { StatusFilter } from '@octo/ui/react/status-filter.tsx';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { workflowStatuses } from '../../parts/statuses.ts';
import { SweepCard, sweepColumns } from './sweep-columns.tsx';

const lookEveryMs = 10_000;

/** Every sweep that is still remembered, newest first. */
export function Sweeps() {
  const { values, set } = useListParams(['status']);
  const status = oneOfThese(workflowStatuses, values.status);
  const list = useList({
    key: ['platform', 'runs', status],
    load: async (after, signal) => {
      const query = { status, after, limit: 20 };
      const { items, next } = await request<typeof listWorkflowRuns>('GET /api/workflows/runs', { query, signal });
      return { rows: items, next: next ?? undefined };
    },
    refresh: { everyMs: lookEveryMs, rowKey: ({ id }) => id },
  });
  return (
    <Section title="Sweeps">
      <Toolbar>
        <StatusFilter statuses={workflowStatuses} value={status} onChange={(value) => set('status', value)} />
        <ListNewsButton list={list} noun="sweep" />
      </Toolbar>
      <DataList
        label="Sweeps"
        list={list}
        columns={sweepColumns}
        rowKey={({ id }) => id}
        rowPath={({ id }) => `/platform/runs/${id}`}
        card={(run) => <SweepCard run={run} />}
        empty={
          <Empty icon="platform" title="No sweeps">
            <p>{status === undefined ? 'The first one is on its way.' : 'No sweep has this status.'}</p>
          </Empty>
        }
      />
    </Section>
  );
}
