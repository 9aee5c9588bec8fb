import { Button } from '@mantine/core';
import { Answer } from '@octo/ui/react/answer.tsx';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageAnswerProps<Data> {
  query: UseQueryResult<Data>;
  skeleton: ReactNode;
  /** Where to go on from, when it could not be shown: “All alarms”. */
  wayOut: { to: string; label: string };
  children(data: Data): ReactNode;
}

/** A page that is nothing without its answer: why it could not be had is the whole page, with a way out of it. */
export function PageAnswer<Data>({ query, skeleton, wayOut: { to, label }, children }: PageAnswerProps<Data>) {
  const { data, error, refetch } = query;
  if (error && data === undefined)
    return (
      <Failure
        problem={asApiProblem(error)}
        onRetry={() => void refetch()}
        isWholePage
        action={
          <Button component={Link} to={to} variant="default">
            {label}
          </Button>
        }
      />
    );
  return (
    <Answer query={query} skeleton={skeleton}>
      {children}
    </Answer>
  );
}
