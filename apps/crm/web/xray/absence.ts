import type { SignalState, XrayTraceStory } from '@octo/contracts/crm/xray.ts';

/** Why something of a trace is not shown, and what to do; `older` when it began before anything that is kept. */
export function absenceWords(state: Exclude<SignalState, 'found'>, what: string, isOlder = false): string {
  if (isOlder || state === 'expired') return `It is older than the observatory keeps: ${what} had to make room.`;
  if (state === 'not_configured')
    return `The CRM was not told where an observatory is, so ${what} cannot be shown here.`;
  if (state === 'refused')
    return 'The observatory does not let the CRM in: OBSERVATORY_TOKEN of both must be the same.';
  if (state === 'away')
    return `The observatory does not answer as it should, so ${what} cannot be shown now. Try again in a moment.`;
  return `The observatory has heard of none: ${what} come a few seconds after the work, or were never sent.`;
}

/** Whether a trace began before the oldest that is kept. */
export function isOlderThanKept(firstAt: string | null, keptSince: string | null): boolean {
  return firstAt !== null && keptSince !== null && Date.parse(firstAt) < Date.parse(keptSince);
}

/** How long after the work its spans may take to get to the observatory. */
const onTheWayMs = 60_000;

/** Whether the spans of a trace of which none are known may be on their way. */
export function mayStillCome(
  { state, kept_since }: Pick<XrayTraceStory['spans'], 'state' | 'kept_since'>,
  firstAt: string | null,
  now: number,
): boolean {
  if (state !== 'none' || isOlderThanKept(firstAt, kept_since)) return false;
  return firstAt === null || now - Date.parse(firstAt) < onTheWayMs;
}
