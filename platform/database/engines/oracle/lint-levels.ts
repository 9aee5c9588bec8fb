import type { TextLevel } from './statement-text.ts';

const paddedSizes = new Set([1, 2, 4, 8, 16, 32, 64, 128, 256]);
const namesTables = new Set(['from', 'join', 'using', 'update', 'into']);
const namesNoTables = new Set(
  'where on set select group order having values fetch offset for when union intersect except minus returning'.split(
    ' ',
  ),
);

/** The problems that show only inside one pair of parentheses, such as a lock beside a row limit of the same query. */
export function lintLevel({ before, text }: TextLevel): string[] {
  const problems: string[] = [];
  const isWhole = before === '';
  if (isWhole && /\breturning\b(?![\s\S]*\binto\b)/.test(text)) problems.push('RETURNING without INTO');
  if (!isWhole && /^\s*(?:insert|update|delete|merge)\s/.test(text)) problems.push('a write inside a query');
  if (/\b(?:fetch\s+(?:first|next)|offset)\b[\s\S]*\bfor\s+update\b/.test(text)) {
    problems.push('FETCH FIRST with FOR UPDATE (ORA-02014)');
  }
  if (aliasesTableWithAs(text)) problems.push('AS before a table alias: leave the word out');
  const listSize = /\bin\s*$/.test(before) ? boundListSize(text) : undefined;
  if (listSize !== undefined && !paddedSizes.has(listSize)) {
    problems.push(`an IN list of ${listSize} binds: pad it to 1, 2, 4 … 256`);
  }
  return problems;
}

function aliasesTableWithAs(text: string): boolean {
  let expectsTables = false;
  let previous = '';
  for (const [word] of text.matchAll(/[a-z_][\w$#.]*/g)) {
    if (word === 'as' && expectsTables) return true;
    if (namesTables.has(word) && previous !== 'distinct' && previous !== 'for') expectsTables = true;
    if (namesNoTables.has(word)) expectsTables = false;
    previous = word;
  }
  return false;
}

// A list of literals is a constant of the source; only binds make a new text per length.
function boundListSize(text: string): number | undefined {
  if (/^\s*(?:select|with)\b/.test(text)) return undefined;
  return text.includes(':') || text.includes('()') ? text.split(',').length : undefined;
}
