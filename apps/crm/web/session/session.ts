import type { getSession, SignedIn, signOut, signOutEverywhere } from '@octo/contracts/crm/auth.ts';
import type { Permission } from '@octo/contracts/crm/permissions.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { type QueryClient, type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { sessionKey } from '../api/query-client.ts';
import { toast } from '../parts/toast.ts';

/** The person in front of the page; there is one on every page behind the sign-in. */
export const SessionContext = createContext<SignedIn | undefined>(undefined);

export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => request<typeof getSession>('GET /api/auth/session', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSession(): SignedIn {
  const session = use(SessionContext);
  if (!session) throw new Error('This part is for pages behind the sign-in.');
  return session;
}

/** What the person may do: `const can = useCan(); … can('orders.manage') && <Button …>`. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

export type SignOutReach = 'here' | 'everywhere';

/** Ends the session, or all sessions of the person, and forgets what was shown. */
export function useSignOut(): UseMutationResult<unknown, Error, SignOutReach> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reach: SignOutReach): Promise<unknown> =>
      reach === 'here'
        ? request<typeof signOut>('POST /api/auth/logout')
        : request<typeof signOutEverywhere>('POST /api/auth/logout-everywhere'),
    onSuccess: () => {
      client.setQueryData(sessionKey, { authenticated: false });
      forgetAnswers(client);
    },
    // Said here: the menu that it was chosen from is closed by then.
    onError: (error) => toast({ tone: 'bad', title: 'You are still signed in', message: asApiProblem(error).message }),
  });
}

/** What one person was shown is not for the next. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}
