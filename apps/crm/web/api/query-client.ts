import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asApiProblem, isPassing } from './api-problem.ts';

export const sessionKey = ['session'] as const;

const freshMs = 10_000;
const mostRetries = 2;

/** Holds what was asked before. Whoever is signed out, or has lost a permission, is noticed with the first answer that says so. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeSession(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => noticeSession(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        networkMode: 'always',
        retry: (failures, error) => failures < mostRetries && isPassing(asApiProblem(error)),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

function noticeSession(client: QueryClient, error: unknown): void {
  const { status } = asApiProblem(error);
  if (status === 401) client.setQueryData(sessionKey, { authenticated: false });
  if (status === 403) void client.invalidateQueries({ queryKey: sessionKey });
}
