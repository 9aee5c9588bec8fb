const firstMs = 250;

/**
 * Milliseconds to wait before the next try, after so many in vain: exponential, with full jitter, so that those who failed
 * together do not come again together.
 */
export function backOffMs(triesInVain: number, { capMs = 10_000, random = Math.random } = {}): number {
  const ceilingMs = Math.min(capMs, firstMs * 2 ** Math.max(0, triesInVain - 1));
  return Math.ceil(random() * ceilingMs);
}
