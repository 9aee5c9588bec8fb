/** An instant as it crosses the wire. */
export function toInstant(instant: Date): string {
  return instant.toISOString();
}

/** One that may not have come yet. */
export function toInstantOrNull(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
