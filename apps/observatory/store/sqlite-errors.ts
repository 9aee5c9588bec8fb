const busy = 5;
const corrupt = 11;
const full = 13;
const notADatabase = 26;

/** Another process holds the file. */
export function isInUse(error: unknown): boolean {
  return codeOf(error) === busy;
}

/** The file is not, or no longer, what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code === corrupt || code === notADatabase;
}

/** It does not begin as a file of SQLite does. */
export function isNoDatabase(error: unknown): boolean {
  return codeOf(error) === notADatabase;
}

/** There is no room left where the file lies. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === full;
}

/** The first byte of an extended result code. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & 0xff;
}
