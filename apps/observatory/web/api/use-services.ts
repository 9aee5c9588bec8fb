import type { listServices } from '@octo/contracts/observatory-services.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const everyMs = 5_000;
const dayMinutes = 1_440;

/** Every service with its figures of the last minutes; asked again by itself. */
export function useServices(minutes: number) {
  return useQuery({
    queryKey: ['services', minutes],
    queryFn: ({ signal }) => request<typeof listServices>('GET /api/services', { query: { minutes }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

/** The names of the services that were heard of within a day. */
export function useServiceNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['services', 'names'],
    queryFn: ({ signal }) =>
      request<typeof listServices>('GET /api/services', { query: { minutes: dayMinutes }, signal }),
    staleTime: 60_000,
  });
  return data?.services.map(({ service }) => service) ?? [];
}
