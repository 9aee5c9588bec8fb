import { foreignConstructs } from './foreign-constructs.ts';
import { lintLevel } from './lint-levels.ts';
import { lintLiterals } from './lint-literals.ts';
import { maskStatement, textLevels } from './statement-text.ts';

const definition = /^\s*(?:create|alter|drop|comment|grant|revoke)\b/;
const block = /^\s*(?:begin|declare)\b/;

const foreignTypes = 'text|bigint|bigserial|serial|timestamptz|jsonb|bytea|uuid|int[248]|float[48]|double precision';
const castType = new RegExp(`\\bas\\s+(${foreignTypes})\\s*\\)`);
const columnType = new RegExp(`(?<=[a-z0-9_]\\s+)(${foreignTypes})\\b`);

/** What is wrong with a statement text on Oracle; empty when nothing was found. It reads text, it does not parse. */
export function lintOracle(sql: string): string[] {
  const masked = maskStatement(sql);
  const isDefinition = definition.test(masked);
  return [
    ...foreignConstructs
      .filter(({ pattern }) => pattern.test(masked))
      .map(({ construct, instead }) => `${construct}: use instead ${instead}`),
    ...lintWhole(masked, isDefinition),
    ...textLevels(masked).flatMap(lintLevel),
    ...(isDefinition ? [] : lintLiterals(sql)),
  ];
}

function lintWhole(masked: string, isDefinition: boolean): string[] {
  const problems: string[] = [];
  const type = castType.exec(masked)?.[1] ?? (isDefinition ? columnType.exec(masked)?.[1] : undefined);
  if (type !== undefined) problems.push(`type ${type}: Oracle has no such type`);
  if (/\bvarchar\s*\(/.test(masked)) problems.push('varchar(…): write varchar2(n char)');
  if (/;\s*$/.test(masked) && !block.test(masked)) problems.push('trailing semicolon: leave it out');
  if (isDefinition && /:\w/.test(masked)) problems.push('a bind in a definition: write the constant');
  if (/\boffset\s+:?\d+\b(?!\s+rows?\b)/.test(masked)) problems.push('OFFSET without ROWS');
  return problems;
}
