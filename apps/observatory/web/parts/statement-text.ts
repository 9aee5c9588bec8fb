const longest = 160;
const verbs = /^\s*(select|insert|update|delete|merge|with|begin|commit|rollback|lock|call)\b/i;

/** A statement in one line, cut where it says enough to be known by. */
export function shortStatement(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** What a statement is called: what it does, and to which table. */
export function statementTitle(text: string): string {
  const verb = verbs.exec(text)?.[1]?.toUpperCase() ?? 'Statement';
  const table = outermostTable(text);
  return table === undefined ? verb : `${verb} ${table}`;
}

/** Of the tables that it names, the first in the fewest parentheses. */
function outermostTable(text: string): string | undefined {
  let depth = 0;
  let found: { table: string; depth: number } | undefined;
  for (const [part, table] of text.matchAll(/[()]|\b(?:from|into|update)\s+"?([a-z][\w$.]*)/gi)) {
    if (part === '(') depth += 1;
    else if (part === ')') depth -= 1;
    else if (table !== undefined && depth < (found?.depth ?? Number.POSITIVE_INFINITY)) found = { table, depth };
  }
  return found?.table;
}
