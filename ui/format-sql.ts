/** Where a new line begins; what belongs together stays together. */
const clauses =
  /^(select|from|where|and|or|(?:left |right |full |inner |cross )?join|group by|order by|having|insert into|values|update|set|delete from|merge into|using|when (?:not )?matched|on conflict|returning|for update|offset|fetch|limit|union(?: all)?|with)\b/i;
const indented = /^(and|or)$/i;

/** A statement in lines, one for each clause at its top level. Nothing is changed but blanks outside of quotes. */
export function formatSql(statement: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  for (const token of tokensOf(statement)) {
    if (token.isWord && depth === 0 && line !== '') {
      lines.push(line);
      line = indented.test(token.text) ? '  ' : '';
    }
    depth += depthOf(token.text);
    line += /^\s+$/.test(token.text) ? (line.trim() === '' ? '' : ' ') : token.text;
  }
  lines.push(line);
  return lines.map((text) => text.trimEnd()).join('\n');
}

interface Token {
  text: string;
  /** It begins a clause. */
  isWord: boolean;
}

function* tokensOf(statement: string): Generator<Token> {
  let rest = statement.trim();
  while (rest !== '') {
    const [clause] = clauses.exec(rest) ?? [];
    const [other = rest.slice(0, 1)] = /^(?:'(?:[^']|'')*'|"[^"]*"|\s+|[\w$.:]+)/.exec(rest) ?? [];
    const text = clause ?? other;
    yield { text, isWord: clause !== undefined };
    rest = rest.slice(text.length);
  }
}

function depthOf(text: string): number {
  if (text === '(') return 1;
  return text === ')' ? -1 : 0;
}
