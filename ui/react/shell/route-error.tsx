import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { ApiProblem } from '../api/api-problem.ts';
import { Failure } from '../failure.tsx';
import { Standstill } from '../standstill.tsx';

const reload = () => location.reload();

/** A screen that failed while it was fetched or drawn. */
export function RouteError() {
  const error = useRouteError();
  if (error instanceof ApiProblem) return <Failure problem={error} onRetry={reload} isWholePage />;
  return (
    <Standstill icon="warning" title="This page has failed" isWholePage isAlert>
      <p>
        {isOutdated(error)
          ? 'There is a newer version of these pages. Load the page to get it.'
          : 'Something went wrong on our side. Load the page again; what you saved before is safe.'}
      </p>
      <Button onClick={reload}>Load the page</Button>
    </Standstill>
  );
}

/** After a release the files of the version before are gone. */
function isOutdated(error: unknown): boolean {
  return error instanceof TypeError && /import|fetch|module/i.test(error.message);
}
