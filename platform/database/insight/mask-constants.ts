/** Oracle's q'[…]', whose ends may also be any other character. */
const oracleQuotes = [
  [String.raw`\[`, String.raw`\]`],
  [String.raw`\(`, String.raw`\)`],
  [String.raw`\{`, String.raw`\}`],
  ['<', '>'],
  [String.raw`(?<end>[^\s'])`, String.raw`\k<end>`],
] as const;
const strings = [
  String.raw`\be'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)`,
  ...oracleQuotes.map(([open, close]) => String.raw`\bn?q'${open}[\s\S]*?(?:${close}'|$)`),
  `'(?:[^']|'')*(?:'|$)`,
  String.raw`\$(?<tag>[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?(?:\$\k<tag>\$|$)`,
];
const number = String.raw`(?<![\w$:.])(?:\d\w*(?:\.\w*)?|\.\d\w*)(?:(?<=e)[+-]\d\w*)?`;
/** PostgreSQL lets one stand within another. */
const comment = String.raw`--[^\n]*|/\*(?:[^*/]|\*(?!/)|/(?!\*)|/\*[\s\S]*?(?:\*/|$))*(?:\*/|$)`;
const part = new RegExp(`${strings.join('|')}|"[^"]*(?:"|$)|${comment}|${number}`, 'gi');

/** Hints, and the mark by which pg_stat_statements shortens a list, say what a statement does; other comments may say anything. */
const telling = /^\/\*(?:\+|, \.\.\. \*\/)/;
const definition = /^\s*(?:create|alter|set|grant|administer)\b/i;

/**
 * A statement without the constants that somebody wrote into it, which may be anybody's data: each becomes `?`. Placeholders
 * and quoted names stay, and of comments only hints. A text that was cut in the middle is safe, too.
 */
export function maskConstants(text: string): string {
  const masked = text.replace(part, (found) => {
    if (found.startsWith('"')) return found;
    if (found.startsWith('--') || found.startsWith('/*')) return telling.test(found) ? found : ' ';
    return '?';
  });
  return definition.test(masked) ? masked.replace(/\b(identified\s+by|password)\b[\s\S]*/i, '$1 ?') : masked;
}
