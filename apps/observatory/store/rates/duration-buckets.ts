/** Each bucket of durations is wider than the one before by this factor: a percentile is right within 2.5 %. */
const growth = 1.05;
const shortestMs = 0.001;

/** The bucket that a duration falls into. */
export function bucketOf(durationMs: number): number {
  if (durationMs <= shortestMs) return 0;
  return Math.ceil(Math.log(durationMs / shortestMs) / Math.log(growth));
}

/** The middle of a bucket. */
function durationOf(bucket: number): number {
  const milliseconds = shortestMs * growth ** (bucket - 0.5);
  return Number(milliseconds.toPrecision(3));
}

/** The duration that a share of all requests stayed within; null of none. */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let rest = Math.ceil(total * share);
  for (const [bucket, count] of [...counts].sort(([one], [other]) => one - other)) {
    rest -= count;
    if (rest <= 0) return durationOf(bucket);
  }
  return null;
}
