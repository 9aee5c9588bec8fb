import { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';

/** In place of a form that somebody came to by its address. `what` completes “Your role does not include …”. */
export function NotForYou({ what }: { what: string }) {
  const message = `Your role does not include ${what}.`;
  return <Failure problem={new ApiProblem({ status: 403, code: 'identity.not_allowed', message })} />;
}
