/** The ORA number of a driver error, which it keeps even when it reports a code of its own; 0 for anything else. */
export function oracleErrorNumber(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errorNum' in error)) return 0;
  return typeof error.errorNum === 'number' ? error.errorNum : 0;
}
