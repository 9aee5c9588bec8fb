/** An instant as two numbers that are exact: microseconds since 1970, and the nanoseconds beyond. */
export interface Instant {
  us: number;
  rest: number;
}

export function splitNano(nano: bigint): Instant {
  return { us: Number(nano / 1000n), rest: Number(nano % 1000n) };
}

export function nanoText({ us, rest }: Instant): string {
  return `${us}${String(rest).padStart(3, '0')}`.replace(/^0+(?=\d)/, '');
}

export function nanoOfMs(ms: number): string {
  return nanoText({ us: Math.floor(ms) * 1000, rest: 0 });
}

/** Nothing is kept of a time beyond this, and ids of log lines are safe numbers until then. */
const latestMs = Date.UTC(2100, 0);

/** The millisecond of a time that is asked for. */
export function msOfNano(nano: string): number {
  return Math.min(Number(BigInt(nano) / 1_000_000n), latestMs);
}
