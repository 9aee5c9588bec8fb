import type { getTraceStory, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayStillCome } from './absence.ts';

const everyMs = 1_000;
const patienceMs = 20_000;

interface Look {
  data: XrayTraceStory | undefined;
  dataUpdatedAt: number;
}

/** What one trace tells; asked again by itself for a while when its spans may still be on their way. */
export function useTraceStory(traceId: string, firstAt: string | null) {
  const [openedAt] = useState(Date.now);
  const isAwaited = ({ data, dataUpdatedAt: at }: Look) =>
    data !== undefined && at - openedAt < patienceMs && mayStillCome(data.spans, firstAt, at);
  const query = useQuery({
    queryKey: ['xray', 'story', traceId],
    queryFn: ({ signal }) =>
      request<typeof getTraceStory>('GET /api/observability/traces/:trace_id', {
        params: { trace_id: traceId },
        signal,
      }),
    refetchInterval: ({ state }) => isAwaited(state) && everyMs,
  });
  return { query, isAwaited: isAwaited(query) };
}
