import { formatDuration } from '@octo/ui/format.ts';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { useCountdown } from './use-countdown.ts';

/** Why nobody was let in, and from when it can be tried again. */
export function Refusal({ problem }: { problem: ApiProblem }) {
  const { message, status, traceId, retryAfterSeconds } = problem;
  const secondsLeft = useCountdown(problem, retryAfterSeconds ?? 0);
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{message}</p>
      {retryAfterSeconds !== undefined && (
        // Read aloud once, with the notice; the counting is for the eye.
        <p aria-hidden={secondsLeft < retryAfterSeconds}>
          {secondsLeft > 0 ? `${formatDuration(secondsLeft)} to go.` : 'You can try again now.'}
        </p>
      )}
      {status >= 500 && traceId !== undefined && (
        <p>
          Trace <ShortId id={traceId} label="trace id" length={12} />
        </p>
      )}
    </div>
  );
}
