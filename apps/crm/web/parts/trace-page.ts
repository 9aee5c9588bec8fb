/** Where a trace is opened; undefined without an observatory, and for work that nobody traced. */
export function tracePage(observatoryUrl: string | undefined, traceId: string): string | undefined {
  if (observatoryUrl === undefined || !/^(?!0{32})[0-9a-f]{32}$/.test(traceId)) return undefined;
  return `${observatoryUrl}/traces/${traceId}`;
}
