import { Navigate, useLocation } from 'react-router';
import { asApiProblem } from '../api/api-problem.ts';
import { Failure } from '../parts/failure.tsx';
import { signInTo } from '../paths.ts';
import { Shell } from '../shell/shell.tsx';
import { SessionContext, useSessionQuery } from './session.ts';

/** Everything behind the sign-in; who is not signed in goes there and comes back. */
export function RequireSession() {
  const { data: session, error, refetch } = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session?.authenticated)
    return (
      <SessionContext value={session}>
        <Shell />
      </SessionContext>
    );
  if (session) return <Navigate to={signInTo(`${pathname}${search}`)} replace />;
  if (error)
    return (
      <main>
        <Failure problem={asApiProblem(error)} onRetry={() => void refetch()} isWholePage />
      </main>
    );
  return <main aria-busy="true" />;
}
