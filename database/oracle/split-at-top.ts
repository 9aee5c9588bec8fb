/** The parts between commas, or another mark, that stand in no brackets and no literal. */
export function splitAtTop(text: string, mark = /^,/): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") at = text.indexOf("'", at + 1);
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    const found = depth === 0 ? mark.exec(text.slice(at, at + 8))?.[0] : undefined;
    if (found === undefined) continue;
    parts.push(text.slice(start, at).trim());
    at += found.length - 1;
    start = at + 1;
  }
  return [...parts, text.slice(start).trim()];
}
