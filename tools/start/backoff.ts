const firstMs = 500;
const longestMs = 30_000;
const healthyAfterMs = 60_000;

/** Pause before the next start: doubles with every failure in a row. */
export function backoffMs(failuresInARow: number): number {
  return Math.min(firstMs * 2 ** Math.max(0, failuresInARow - 1), longestMs);
}

/** A long healthy run wipes the slate: its end counts as the first failure again. */
export function countFailure(failuresInARow: number, ranForMs: number): number {
  return ranForMs >= healthyAfterMs ? 1 : failuresInARow + 1;
}
