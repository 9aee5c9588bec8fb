/** Looks come every ten seconds. After a longer gap the process, or the whole machine, was not awake. */
const longestGapMs = 30_000;

/** Since when somebody has been listening without a gap; to be asked with every look. */
export function createListening(startedMs: number): (nowMs: number) => number {
  let [sinceMs, lastMs] = [startedMs, startedMs];
  return (nowMs) => {
    if (nowMs < lastMs || nowMs - lastMs > longestGapMs) sinceMs = nowMs;
    lastMs = nowMs;
    return sinceMs;
  };
}
