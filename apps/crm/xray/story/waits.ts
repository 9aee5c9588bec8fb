import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import type { ActivityBody, Heard } from '../../observatory.ts';

/** Traces are told of the last hour. */
export const waitMinutes = 60;

/** What the sessions of a trace were seen at: how many seconds of looking, by what they waited for. */
export function waitsOf(activity: Heard<ActivityBody>, traceId: string): XrayTraceStory['waits'] {
  if (activity.state !== 'found') return { state: activity.state, seconds: [] };
  const share = activity.body.traces.find(({ key }) => key === traceId);
  if (!share) return { state: 'none', seconds: [] };
  const seconds = Object.entries(share.byWaitClass).map(([wait_class, averageActive]) => ({
    wait_class,
    seconds: Math.round(averageActive * waitMinutes * 60 * 10) / 10,
  }));
  return { state: 'found', seconds: seconds.toSorted((a, b) => b.seconds - a.seconds) };
}
