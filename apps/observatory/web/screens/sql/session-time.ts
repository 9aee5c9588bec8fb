interface Step {
  readonly at: string;
  readonly samples: number;
}

const secondMs = 1000;

/** Each look at a session that was busy stands for a second of it; at least one was seen of whatever is told of. */
export function sessionMs(averageActive: number, looks: number): number {
  return Math.max(1, Math.round(averageActive * looks)) * secondMs;
}

/** How often was looked, in the last so many milliseconds. */
export function looksOf(steps: readonly Step[], lastMs = Number.POSITIVE_INFINITY): number {
  const from = Date.parse(steps.at(-1)?.at ?? '') - lastMs;
  return steps.reduce((sum, { at, samples }) => (Date.parse(at) > from ? sum + samples : sum), 0);
}
