import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asApiProblem } from './api/api-problem.ts';
import { Failure } from './failure.tsx';

interface AnswerProps<Data> {
  query: UseQueryResult<Data>;
  /** The shape of what is to come. */
  skeleton: ReactNode;
  children(data: Data): ReactNode;
}

/**
 * What a query brought: its skeleton while it is asked, the reason when it failed, else what is drawn from it. What was
 * shown once stays while it is asked again.
 */
export function Answer<Data>({ query, skeleton, children }: AnswerProps<Data>) {
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (error && !isFetching) return <Failure problem={asApiProblem(error)} onRetry={() => void refetch()} />;
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        Loading
      </span>
      {skeleton}
    </div>
  );
}
