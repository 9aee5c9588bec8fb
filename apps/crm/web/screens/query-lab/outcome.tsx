import type { ExecutionResult } from '@octo/contracts/query-lab.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import { executionStatus } from '../../parts/workflows/execution-status.ts';
import { Milliseconds } from '../../parts/workflows/milliseconds.tsx';
import classes from './query-lab.module.css';
import { ResultRows } from './result-rows.tsx';

/** What a run answered: its rows, that there are none, or the failure that it was meant to meet. */
export function Outcome({ result }: { result: ExecutionResult }) {
  const { status, row_count, duration_ms, trace_id } = result;
  return (
    <section className={classes.outcome} aria-label="Result">
      <div className={classes.figures} role="status">
        <StatusBadge {...executionStatus(result)} />
        {status === 'success' && <span>{formatQuantity(row_count, 'row')}</span>}
        <span>
          <Milliseconds of={duration_ms} />
        </span>
        {trace_id !== null && (
          <span>
            Trace <TraceId id={trace_id} label="trace of this run" />
          </span>
        )}
      </div>
      {status === 'success' ? <ResultRows result={result} /> : <RunFailure result={result} />}
    </section>
  );
}

function RunFailure({ result: { expected_failure, error_message } }: { result: ExecutionResult }) {
  return (
    <div className={expected_failure ? 'notice' : 'notice notice-bad'}>
      <p className="notice-title">
        {expected_failure ? 'The database refused it, as it should' : 'The database refused it'}
      </p>
      <p className={`mono ${classes.failure}`}>{error_message ?? 'It did not say why.'}</p>
      {expected_failure && <p>This query is there to be found in traces, logs and the database’s own diagnostics.</p>}
    </div>
  );
}
