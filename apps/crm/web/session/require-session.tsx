import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import { Navigate, useLocation } from 'react-router';
import { signInTo } from '../paths.ts';
import { CrmShell } from '../shell/crm-shell.tsx';
import { SessionContext, useSessionQuery } from './session.ts';

/** Everything behind the sign-in; who is not signed in goes there and comes back. */
export function RequireSession() {
  const { data: session, error, refetch } = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session?.authenticated)
    return (
      <SessionContext value={session}>
        <CrmShell />
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
