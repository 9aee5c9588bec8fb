/** Something that a page says and that can be looked up: a piece of code, a block of it, an address, a figure. */
export interface Claim {
  page: string;
  line: number;
  kind: 'code' | 'block' | 'address' | 'figures';
  text: string;
  /** Of a block: what stands behind its fence. */
  language?: string;
  /** Of a block: the piece of code that was named last before it. */
  about?: string | undefined;
}

/** A column that tells of how others do it. */
const ofOthers = 'Customary';
const codeSpan = /`([^`]+)`/g;
const address = /https?:\/\/[^\s)|>`*]+[^\s)|>`*.,;:]/g;

/** Everything that a Markdown page claims, in its order. What stands between the marks of `npm run docs` was written by it. */
export function claimsIn(page: string, markdown: string): Claim[] {
  const claims: Claim[] = [];
  let fence: Claim | undefined;
  let isGenerated = false;
  let foreignCell: number | undefined;
  let lastCode: string | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    const place = { page, line: index + 1 };
    if (fence) {
      if (text.startsWith('```')) fence = undefined;
      else fence.text += `${text}\n`;
      continue;
    }
    if (/^<!-- generated: /.test(text)) isGenerated = true;
    else if (text === '<!-- /generated -->') isGenerated = false;
    if (text.startsWith('```')) {
      fence = { ...place, kind: 'block', language: text.slice(3).trim(), about: lastCode, text: '' };
      if (!isGenerated) claims.push(fence);
      continue;
    }
    foreignCell = text.startsWith('|') ? (foreignCell ?? cellsOf(text).indexOf(ofOthers)) : undefined;
    const prose = proseOf(text, foreignCell);
    for (const [, code = ''] of prose.matchAll(codeSpan)) {
      claims.push({ ...place, kind: 'code', text: code });
      lastCode = code;
    }
    const rest = prose.replace(codeSpan, ' … ');
    for (const [found] of rest.matchAll(address)) claims.push({ ...place, kind: 'address', text: found });
    if (!isGenerated && hasFigure(rest)) claims.push({ ...place, kind: 'figures', text: withoutAddresses(rest) });
  }
  return claims;
}

/** A line without what nobody reads, and without what it tells of others. */
function proseOf(line: string, foreignCell: number | undefined): string {
  const visible = line.replace(/<!--.*?-->/g, '');
  if (foreignCell === undefined || foreignCell < 0) return visible;
  return cellsOf(visible)
    .filter((_, index) => index !== foreignCell)
    .join(' | ');
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function hasFigure(text: string): boolean {
  return /(?<![\w.-])\d/.test(withoutAddresses(text));
}

/** Where links lead is another test's business. */
function withoutAddresses(text: string): string {
  return text.replace(/\]\([^)]*\)/g, ']').replace(address, ' … ');
}
