import type {
  acknowledgeAlarm,
  endSilence,
  getAlarm,
  listAlarmEvents,
  listAlarms,
  silenceAlarm,
} from '@octo/contracts/observatory-alarms.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const everyMs = 5_000;
const newest = 30;

export function useAlarms() {
  return useQuery({
    queryKey: ['alarms', 'list'],
    queryFn: ({ signal }) => request<typeof listAlarms>('GET /api/alarms', { signal }),
    refetchInterval: everyMs,
  });
}

/** What fired, was cleared, acknowledged and silenced of late. */
export function useAlarmEvents() {
  return useQuery({
    queryKey: ['alarms', 'events'],
    queryFn: ({ signal }) =>
      request<typeof listAlarmEvents>('GET /api/alarm-events', { query: { limit: newest }, signal }),
    refetchInterval: everyMs,
  });
}

export function useAlarm(alarmId: string) {
  return useQuery({
    queryKey: ['alarms', 'one', alarmId],
    queryFn: ({ signal }) => request<typeof getAlarm>('GET /api/alarms/:alarmId', { params: { alarmId }, signal }),
    // What is not there is not asked for again and again.
    refetchInterval: ({ state }) => (state.error && !state.data ? false : everyMs),
  });
}

/** What somebody may do with an alarm; everything that shows it is asked again. */
export function useAlarmSteps(alarmId: string) {
  const client = useQueryClient();
  const params = { alarmId };
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: ['alarms'] });
    void client.invalidateQueries({ queryKey: ['overview'] });
  };
  return {
    acknowledge: useMutation({
      mutationFn: (note: string) =>
        request<typeof acknowledgeAlarm>('POST /api/alarms/:alarmId/acknowledgement', { params, body: { note } }),
      onSuccess,
    }),
    silence: useMutation({
      mutationFn: (body: { minutes: number; why: string }) =>
        request<typeof silenceAlarm>('POST /api/alarms/:alarmId/silence', { params, body }),
      onSuccess,
    }),
    endSilence: useMutation({
      mutationFn: () => request<typeof endSilence>('DELETE /api/alarms/:alarmId/silence', { params }),
      onSuccess,
    }),
  };
}
