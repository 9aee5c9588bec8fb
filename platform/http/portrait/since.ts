/** Milliseconds since a moment by `performance.now()`, to a tenth. */
export function millisecondsSince(startedAtMs: number): number {
  return Math.round((performance.now() - startedAtMs) * 10) / 10;
}
