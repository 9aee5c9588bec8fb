const most = 86_400_000;

/** A duration as somebody types it, in milliseconds; undefined for anything else. */
export function milliseconds(text: string | undefined): number | undefined {
  const value = Number(text?.trim().replace(/\s*ms$/, '') || Number.NaN);
  return value >= 0 && value <= most ? value : undefined;
}
