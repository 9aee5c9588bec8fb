import type { DatabaseSync } from 'node:sqlite';
import type { AttributeTerm } from './attribute-terms.ts';
import { attributeToken, resourceToken, sortToken } from './attribute-token.ts';
import { contentHas } from './trace-filter.ts';

/** With more of them, looking at the spans themselves is quicker. */
const mostTokens = 100;

/**
 * The numbers that traces with an attribute are found by: of the attribute itself, and of the sorts and resources that
 * have it. Nothing when it is so common that they would be too many.
 */
export function tokenFinder(db: DatabaseSync): (term: AttributeTerm) => number[] | undefined {
  const kinds = [
    { table: 'span_sorts', toToken: sortToken },
    { table: 'resources', toToken: resourceToken },
  ].map(({ table, toToken }) => ({
    toToken,
    find: db.prepare(`select id, content from ${table} where instr(content, ?) > 0 and instr(content, ?) > 0`),
  }));
  return (term) => {
    const tokens = [attributeToken(term.name, term.text)];
    for (const { find, toToken } of kinds)
      for (const { id, content } of find.iterate(`${JSON.stringify(term.name)}:`, written(term.text))) {
        if (!contentHas(String(content), term)) continue;
        if (tokens.length >= mostTokens) return undefined;
        tokens.push(toToken(Number(id)));
      }
    return tokens;
  };
}

/** A text as it stands in JSON, without its quotes: a number or a truth has none. */
function written(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
