export interface SparkStep {
  requests: number;
  errors: number;
}

export interface SparkBar {
  x: number;
  width: number;
  y: number;
  height: number;
  /** From the ground up, how much of it failed. */
  errorHeight: number;
}

const leastHeight = 2;

/** Requests over time as bars on one ground; a step with one request is still to be seen, and so is one with one error. */
export function layOutSpark(steps: readonly SparkStep[], width: number, height: number): SparkBar[] {
  const most = Math.max(0, ...steps.map(({ requests }) => requests));
  const step = width / Math.max(1, steps.length);
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(leastHeight, (count / most) * height));
  return steps.map(({ requests, errors }, index) => {
    const size = heightOf(requests);
    const errorHeight = Math.min(size, heightOf(errors));
    return { x: index * step, width: Math.max(1, step - 1), y: height - size, height: size, errorHeight };
  });
}

/** What the bars show, for who cannot see them. */
export function sparkWords(steps: readonly SparkStep[]): string {
  const most = Math.max(0, ...steps.map(({ requests }) => requests));
  if (most === 0) return 'No requests';
  const failed = steps.filter(({ errors }) => errors > 0).length;
  return `${steps.length} steps, at most ${most} requests in one${failed > 0 ? `, errors in ${failed}` : ''}`;
}
