import { maskStatement, stringLiterals } from './statement-text.ts';

const longestConstant = 40;
const looksLikeData = /^[0-9a-f]{8}-[0-9a-f]{4}-|^\d{4}-\d{2}-\d{2}|@.+\./i;

/** Literals that look like data: each value would make a statement, and a SQL_ID, of its own. */
export function lintLiterals(sql: string): string[] {
  const strings = stringLiterals(sql).filter((text) => text.length > longestConstant || looksLikeData.test(text));
  const numbers = maskStatement(sql).match(/(?<![\w:$.])\d{7,}(?![\w.])/g) ?? [];
  return [...strings, ...numbers].map((literal) => `the literal ${literal.slice(0, longestConstant)}: bind it`);
}
