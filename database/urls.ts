/** The same server and options, another database. */
export function withDatabase(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${encodeURIComponent(database)}`;
  return result.href;
}

/** The same server and database, signed in as another role. */
export function withLogin(url: string, user: string, password: string): string {
  const result = new URL(url);
  result.username = encodeURIComponent(user);
  result.password = encodeURIComponent(password);
  return result.href;
}

/** The same sign-in, whose sessions act as another role from their first statement. */
export function actingAs(url: string, role: string): string {
  const result = new URL(url);
  const options = result.searchParams.get('options');
  result.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '));
  return result.href.replaceAll('+', '%20');
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
