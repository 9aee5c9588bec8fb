/** In the words of PostgreSQL and of Oracle, which may also deny that the table is there. */
const codes = new Set(['42501', 'ORA-00942', 'ORA-01031', 'ORA-41900']);

/** True of what a database says to somebody who may not do this. For `assert.rejects`. */
export function lacksRight(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(String(error.code));
}
