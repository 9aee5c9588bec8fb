import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useParams } from 'react-router';
import { TraceBody } from './trace-body.tsx';
import { TraceSkeleton, TraceTrouble } from './trace-states.tsx';
import { isAwaited, useTrace } from './use-trace.ts';

export function TracePage() {
  const { traceId = '' } = useParams();
  // Another trace is another page: what was folded and chosen in this one is not for that one.
  return <TraceOf key={traceId} traceId={traceId.toLowerCase()} />;
}

function TraceOf({ traceId }: { traceId: string }) {
  const { trace, error, errorUpdateCount, refetch } = useTrace(traceId);
  if (trace) return <TraceBody trace={trace} />;
  if (!error) return <TraceSkeleton />;
  const isWaiting = isAwaited(error, errorUpdateCount);
  return <TraceTrouble problem={asApiProblem(error)} isWaiting={isWaiting} onRetry={() => void refetch()} />;
}
