const nanoPerMs = 1_000_000n;

/** An instant of OTLP as RFC 3339, to the millisecond. */
export function isoOf(unixNano: string): string {
  return new Date(Number(BigInt(unixNano) / nanoPerMs)).toISOString();
}

/** Milliseconds from one instant to another, with their fractions. */
export function msBetween(fromNano: string, toNano: string): number {
  return Number(BigInt(toNano) - BigInt(fromNano)) / 1_000_000;
}

/** An instant of the page's clock as OTLP writes it. */
export function nanoOf(ms: number): string {
  return (BigInt(Math.floor(ms)) * nanoPerMs).toString();
}
