const longest = 300;

/** What a list shows of a message: one may be as long as a book. */
export function messageInList(body: string): string {
  return body.length <= longest ? body : `${body.slice(0, longest).toWellFormed()}…`;
}

/** Whether there is more to a message than a list shows: more text, or lines. */
export function hasMoreThanList(body: string): boolean {
  return body.length > longest || body.includes('\n');
}
