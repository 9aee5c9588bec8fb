import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { type ApiProblem, asApiProblem, isPassing } from './api-problem.ts';

const freshMs = 10_000;
const mostRetries = 2;

/** Holds what was asked before. Every failure is told, wherever it was met. */
export function createQueryClient(
  onProblem: (client: QueryClient, problem: ApiProblem) => void = () => {},
): QueryClient {
  const onError = (error: unknown) => onProblem(client, asApiProblem(error));
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
