import type { getWorkflowRun } from '@octo/contracts/workflows.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import { askedBy, ExecutionCard, executionColumns } from '../../parts/workflows/execution-columns.tsx';
import { ExecutionDetails } from '../../parts/workflows/execution-details.tsx';
import { Milliseconds } from '../../parts/workflows/milliseconds.tsx';
import { Components } from './components.tsx';
import classes from './platform.module.css';

type Run = AnswerOf<typeof getWorkflowRun>;

/** What a sweep found, ran and looked at. */
export function RunDetail({ run }: { run: Run }) {
  const { started_at, completed_at, duration_ms, result_summary, schedule_mode, source_service, trace_id } = run;
  return (
    <div className={classes.parts}>
      <Section title="What it found">
        <Facts
          facts={[
            ['Result', result_summary],
            ['Asked by', askedBy(schedule_mode)],
            ['Started', <Instant key="started" at={started_at} isExact />],
            ['Ended', completed_at ? <Instant key="ended" at={completed_at} isExact /> : 'not yet'],
            ['Took', duration_ms !== null && <Milliseconds of={duration_ms} />],
            ['Run by', source_service],
            ['Trace', trace_id && <TraceId key="trace" id={trace_id} label="trace of this sweep" length={16} />],
          ]}
        />
      </Section>
      <Section title="Executions">
        <DataList
          label="Executions"
          list={listOf(run.executions)}
          columns={executionColumns}
          rowKey={({ id }) => id}
          card={(execution) => <ExecutionCard execution={execution} />}
          more={(execution) => <ExecutionDetails execution={execution} />}
          empty={
            <Empty icon="lab" title="No query was run">
              <p>The sweep ended before its first query, or is about to run it.</p>
            </Empty>
          }
        />
      </Section>
      <Components components={run.components} />
    </div>
  );
}
