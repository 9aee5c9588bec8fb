import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { TraceId } from '../../parts/trace-id.tsx';
import classes from './query-lab.module.css';
import { refusalTitle } from './refusal-title.ts';

/** Why a run has no rows to show. */
export function RunRefusal({ problem }: { problem: ApiProblem }) {
  const { code, status, message, traceId } = problem;
  return (
    <div className={status < 500 ? 'notice notice-warn' : 'notice notice-bad'} role="alert">
      <p className="notice-title">{refusalTitle(code)}</p>
      <p className={classes.failure}>{message}</p>
      {traceId !== undefined && (
        <p>
          Trace <TraceId id={traceId} label="trace of this run" />
        </p>
      )}
    </div>
  );
}
