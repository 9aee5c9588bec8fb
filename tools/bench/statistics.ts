/** What repeated measurements say: their median, and the interval that holds the true median with 95 % certainty. */
export interface Spread {
  low: number;
  median: number;
  high: number;
}

const doubt = 0.05;

/**
 * The interval comes from the order of the values alone, whatever their distribution: it leaves as many out at either end as
 * a fair coin would. With fewer than six values there is no such interval, and it spans them all.
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const skipped = ranksOutside(sorted.length);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { low: at(skipped), median: medianOf(sorted), high: at(sorted.length - 1 - skipped) };
}

/** Each value divided by the other of the same round. */
export function ratiosOf(ours: readonly number[], others: readonly number[]): number[] {
  return ours.map((value, round) => value / (others[round] ?? Number.NaN));
}

/** The value that so large a share of the sorted ones does not exceed. NaN for none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[rank - 1] ?? Number.NaN;
}

export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [left = Number.NaN, right = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (left + right) / 2;
}

/** How many values may be left out at each end, so that the rest still holds the median but for the doubt. */
function ranksOutside(count: number): number {
  let outside = -1;
  let exactly = 0.5 ** count;
  for (let atMost = exactly; atMost <= doubt / 2 && outside < count; atMost += exactly) {
    outside += 1;
    exactly *= (count - outside) / (outside + 1);
  }
  return Math.max(0, outside);
}
