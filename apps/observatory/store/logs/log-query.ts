/** One thing that is asked of a line. */
export type LogTerm =
  | { readonly kind: 'text'; readonly text: string; readonly isNot: boolean }
  | { readonly kind: 'field'; readonly name: string; readonly text: string; readonly isNot: boolean }
  | { readonly kind: 'compare'; readonly name: string; readonly operator: Operator; readonly number: number };

export type Operator = '>' | '>=' | '<' | '<=';

const mostTerms = 20;
const form =
  /(?<name>[\p{L}_][\p{L}\p{N}_.\-/]*)(?<operator>!=|>=|<=|=|>|<)(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))|(?<not>-)?(?:"(?<phrase>[^"]*)"?|(?<word>\S+))/gu;

/**
 * What somebody types: words, "a phrase", name=value, name!=value, name>2000, and -word for lines without it. Nothing is a
 * fault: what is none of these is looked for as it stands.
 */
export function parseLogQuery(q: string): LogTerm[] {
  return [...q.matchAll(form)].slice(0, mostTerms).flatMap(({ groups = {} }) => {
    const { name, operator, quoted, plain, not, phrase, word } = groups;
    const value = quoted ?? plain ?? '';
    if (name !== undefined && operator !== undefined) return [termOfField(name, operator, value)];
    const text = phrase ?? word ?? '';
    return text === '' ? [] : [{ kind: 'text', text, isNot: not !== undefined }];
  });
}

function termOfField(name: string, operator: string, text: string): LogTerm {
  if (operator === '=' || operator === '!=') return { kind: 'field', name, text, isNot: operator === '!=' };
  const number = text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number) && isOperator(operator)) return { kind: 'compare', name, operator, number };
  return { kind: 'text', text: `${name}${operator}${text}`, isNot: false };
}

function isOperator(text: string): text is Operator {
  return ['>', '>=', '<', '<='].includes(text);
}
