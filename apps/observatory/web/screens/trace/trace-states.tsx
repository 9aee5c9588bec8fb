import { Button, Skeleton } from '@mantine/core';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Standstill } from '@octo/ui/react/standstill.tsx';
import { Link } from 'react-router';

export const backToTraces = { to: '/traces', label: 'Traces' };

const lines = Array.from({ length: 12 }, (_, index) => index);

export function TraceSkeleton() {
  return (
    <div aria-busy="true">
      <PageHeader title="Trace" back={backToTraces} />
      <span className="visually-hidden" role="status">
        Loading
      </span>
      {lines.map((line) => (
        <Skeleton key={line} height={18} mb={14} width={`${100 - ((line * 13) % 50)}%`} />
      ))}
    </div>
  );
}

interface TraceTroubleProps {
  problem: ApiProblem;
  /** It may still come. */
  isWaiting: boolean;
  onRetry(): void;
}

/** In place of a trace: not here yet, not here any more, never here, or not to be had just now. */
export function TraceTrouble({ problem, isWaiting, onRetry }: TraceTroubleProps) {
  return (
    <>
      <PageHeader title="Trace" back={backToTraces} />
      {isWaiting ? <Awaited /> : <NotHere problem={problem} onRetry={onRetry} />}
    </>
  );
}

function Awaited() {
  return (
    <div role="status">
      <Standstill icon="clock" title="Looking for this trace">
        <p>Spans arrive within two seconds of their end. As soon as the first one is here, it appears by itself.</p>
      </Standstill>
    </div>
  );
}

function NotHere({ problem, onRetry }: Omit<TraceTroubleProps, 'isWaiting'>) {
  if (problem.status === 410)
    return (
      <Standstill icon="clock" title="This trace is not kept" isAlert>
        <p>{problem.message}</p>
        <Button component={Link} to="/status" variant="default">
          See how much is kept
        </Button>
      </Standstill>
    );
  if (problem.status !== 404 && problem.status !== 400) return <Failure problem={problem} onRetry={onRetry} />;
  return (
    <Standstill icon="search" title="There is no such trace" isAlert>
      <p>
        No span with this trace id has arrived. The id may be mistyped, the service may not send here, or the trace was
        gone before this observatory was set up.
      </p>
      <Button variant="default" onClick={onRetry}>
        Look again
      </Button>
    </Standstill>
  );
}
