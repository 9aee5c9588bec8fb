/** Why the database could not be prepared, and what to do about it, for a person. */
export function prepareProblem(error: unknown, isOwnServer: boolean): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message || code : String(error);
  const advice = (isOwnServer ? ownServerAdvice : embeddedAdvice)[code];
  return `Preparing the database failed: ${message}${advice ? `\n${advice}` : ''}`;
}

const embeddedAdvice: Readonly<Record<string, string>> = {
  '28P01': 'The password does not fit the database. Restore .octo/secrets.json, or begin anew with "npm run db:reset".',
};

const ownServerAdvice: Readonly<Record<string, string>> = {
  '28P01': 'Your server refuses the user or the password. Check DATABASE_URL and DATABASE_OWNER_URL.',
  ECONNREFUSED: 'No PostgreSQL server answers there. Check DATABASE_URL and DATABASE_OWNER_URL.',
  ENOTFOUND: 'The host of the database is unknown. Check DATABASE_URL and DATABASE_OWNER_URL.',
};
