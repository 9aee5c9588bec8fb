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
