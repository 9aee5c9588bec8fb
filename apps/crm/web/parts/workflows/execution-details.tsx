import type { Execution } from '@octo/contracts/query-lab.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Link } from 'react-router';
import { TraceId } from '../trace-id.tsx';

/** All that is known of one execution. */
export function ExecutionDetails({ execution }: { execution: Execution }) {
  const { id, query_name, component_name, source_service, created_at, trace_id, error_message } = execution;
  const { workflow_run_id: runId } = execution;
  return (
    <Facts
      facts={[
        ['Failure', error_message],
        ['Asks about', component_name],
        ['When', <Instant key="at" at={created_at} isExact />],
        ['Run by', source_service],
        ['Sweep', runId !== null && <Link to={`/platform/runs/${runId}`}>Sweep {runId}</Link>],
        ['Trace', trace_id && <TraceId key="trace" id={trace_id} length={16} />],
        ['Execution', id],
        [
          'Query',
          <Link key="query" to={`/query-lab?query=${encodeURIComponent(query_name)}`}>
            {query_name}
          </Link>,
        ],
      ]}
    />
  );
}
