/** Services tell of themselves every ten seconds: over a shorter time there is nothing to go by. */
const leastMs = 30_000;

/** A time of a rule where a class lets everything go faster; none becomes too short to see anything in. */
export function pacedMs(ms: number, pace: number): number {
  return Math.max(ms / pace, Math.min(ms, leastMs));
}
