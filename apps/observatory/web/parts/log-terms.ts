const longestValue = 200;

/** A field as the search box takes it; undefined for a value that cannot be asked for. */
export function fieldTerm(name: string, value: unknown, operator: '=' | '!=' = '='): string | undefined {
  if (!['string', 'number', 'boolean'].includes(typeof value) || !/^[\p{L}_][\p{L}\p{N}_.\-/]*$/u.test(name))
    return undefined;
  const text = String(value);
  if (text === '' || text.length > longestValue || /["\n]/.test(text)) return undefined;
  return `${name}${operator}${/\s/.test(text) ? `"${text}"` : text}`;
}

/** Whether a search asks for this already. */
export function hasTerm(q: string | undefined, term: string): boolean {
  return ` ${q ?? ''} `.includes(` ${term} `);
}

/** The search that asks for this as well, and no longer for its opposite. */
export function withTerm(q: string | undefined, term: string): string {
  const rest = withoutTerm(withoutTerm(q, term), opposite(term));
  return rest === '' ? term : `${rest} ${term}`;
}

export function withoutTerm(q: string | undefined, term: string): string {
  return ` ${q ?? ''} `.replace(` ${term} `, ' ').trim();
}

function opposite(term: string): string {
  const [, name = '', not = ''] = /^([^=!]+)(!?)=/.exec(term) ?? [];
  return `${name}${not === '' ? '!=' : '='}${term.slice(name.length + not.length + 1)}`;
}
