import { Button } from '@mantine/core';
import { type ReactNode, use } from 'react';
import type { ApiProblem } from './api/api-problem.ts';
import { failureWords } from './failure-words.ts';
import { ShortId } from './short-id.tsx';
import { Standstill } from './standstill.tsx';
import { TraceTool } from './trace-tool.ts';

interface FailureProps {
  problem: ApiProblem;
  onRetry?: () => void;
  /** When nothing else is on the page: the heading is the page's own. */
  isWholePage?: boolean;
  action?: ReactNode;
}

/** What stands where something could not be shown: what happened, what to do, and the trace id for who looks after it. */
export function Failure({ problem, onRetry, isWholePage = false, action }: FailureProps) {
  const { title, message, icon, canRetry } = failureWords(problem);
  const Tool = use(TraceTool);
  return (
    <Standstill icon={icon} title={title} isWholePage={isWholePage} isAlert>
      <p>{message}</p>
      {problem.traceId !== undefined && (
        <p className="muted">
          Trace <ShortId id={problem.traceId} label="trace id" length={12} />{' '}
          {Tool && <Tool traceId={problem.traceId} />}
        </p>
      )}
      {canRetry && onRetry && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
      {action}
    </Standstill>
  );
}
