import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { createQueryClient } from '@octo/ui/react/api/query-client.ts';
import type { QueryClient } from '@tanstack/react-query';

export const sessionKey = ['session'] as const;

/** Whoever is signed out, or has lost a permission, is noticed with the first answer that says so. */
export function createSessionClient(): QueryClient {
  return createQueryClient(noticeSession);
}

function noticeSession(client: QueryClient, { status }: ApiProblem): void {
  if (status === 401) client.setQueryData(sessionKey, { authenticated: false });
  if (status === 403) void client.invalidateQueries({ queryKey: sessionKey });
}
