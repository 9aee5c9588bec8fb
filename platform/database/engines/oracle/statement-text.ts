/** The text inside one pair of parentheses (or outside all), inner pairs emptied, and what stood before the pair. */
export interface TextLevel {
  readonly before: string;
  readonly text: string;
}

const opaque = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Lower-cases a statement and blanks what is not syntax: literals become 's', quoted names "i", comments vanish. */
export function maskStatement(sql: string): string {
  return sql.replace(opaque, blank).toLowerCase();
}

/** The string literals of a statement, without their quotes. */
export function stringLiterals(sql: string): string[] {
  const parts = sql.match(opaque) ?? [];
  return parts.filter((part) => part.startsWith("'")).map((part) => part.slice(1, -1));
}

function blank(part: string): string {
  if (part === "''") return part;
  if (part.startsWith("'")) return "'s'";
  return part.startsWith('"') ? '"i"' : ' ';
}

/** Splits masked text by parentheses; the outermost level comes last. */
export function textLevels(masked: string): TextLevel[] {
  const open = [{ before: '', text: '' }];
  const closed: TextLevel[] = [];
  for (const part of masked.split(/([()])/)) {
    const current = open.at(-1);
    if (current === undefined) break;
    if (part === ')') {
      closed.push(current);
      open.pop();
    }
    const target = open.at(-1);
    if (target !== undefined) target.text += part;
    if (part === '(') open.push({ before: current.text.slice(0, -1), text: '' });
  }
  return [...closed, ...open.reverse()];
}
