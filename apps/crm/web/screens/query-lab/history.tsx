import type { listExecutions, NamedQuery } from '@octo/contracts/query-lab.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
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
import { ExecutionCard, executionColumns } from '../../parts/workflows/execution-columns.tsx';
import { ExecutionDetails } from '../../parts/workflows/execution-details.tsx';

const lookEveryMs = 15_000;

interface HistoryProps {
  queries: readonly NamedQuery[];
  /** How often somebody has run a query here. */
  runs: number;
}

/** Whatever was run, by people and by the schedule, newest first. */
export function History({ queries, runs }: HistoryProps) {
  const { values, set } = useListParams(['of', 'status']);
  const status = oneOfThese(workflowStatuses, values.status);
  const list = useList({
    key: ['query-lab', 'executions', values.of, status, runs],
    load: async (after, signal) => {
      const query = { query_name: values.of, status, after, limit: 20 };
      const answer = await request<typeof listExecutions>('GET /api/query-lab/executions', { query, signal });
      return { rows: answer.items, next: answer.next ?? undefined };
    },
    refresh: { everyMs: lookEveryMs, rowKey: ({ id }) => id },
  });
  return (
    <Section title="History">
      <Toolbar>
        <FilterSelect
          label="Query"
          anyLabel="Any query"
          options={queries.map(({ name, label }) => ({ value: name, label }))}
          value={values.of}
          onChange={(value) => set('of', value)}
        />
        <StatusFilter statuses={workflowStatuses} value={status} onChange={(value) => set('status', value)} />
        <ListNewsButton list={list} noun="execution" />
      </Toolbar>
      <DataList
        label="Executions"
        list={list}
        columns={executionColumns}
        rowKey={({ id }) => id}
        card={(execution) => <ExecutionCard execution={execution} />}
        more={(execution) => <ExecutionDetails execution={execution} />}
        empty={
          <Empty icon="lab" title="Nothing was run">
            <p>What is run here, or by the schedule, is kept with its time and its trace.</p>
          </Empty>
        }
      />
    </Section>
  );
}
