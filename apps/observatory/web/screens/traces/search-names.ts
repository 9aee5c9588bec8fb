/** What the address says of a search. `from`, `to`, `trace_min` and `trace_max` were chosen in the picture. */
export const searchNames = [
  ...(['q', 'service', 'alongside', 'route', 'workflow', 'status', 'min', 'max', 'minutes'] as const),
  ...(['from', 'to', 'trace_min', 'trace_max'] as const),
] as const;

export type SearchName = (typeof searchNames)[number];
export type SearchValues = Partial<Record<SearchName, string>>;

const chosen = ['from', 'to', 'trace_min', 'trace_max'] as const;

/** Whether a part of the picture was chosen. */
export function isChosen(values: SearchValues): boolean {
  return chosen.some((name) => values[name] !== undefined);
}
