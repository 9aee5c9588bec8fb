import type { OracleClient, OracleColumn, OracleFetch } from './oracle-client.ts';

export type Fetches = (column: OracleColumn) => OracleFetch | undefined;

/**
 * How values are read, so that both engines give the same. A NUMBER with a scale is an amount: decimal text with all its places,
 * '95.50'. Any other NUMBER is a number when it is whole and safe, as ids, counts and sums of whole numbers are, and decimal text
 * when it is not. A sum tells no scale: one of amounts is cast to that of an amount. Long text comes as text, never as a stream.
 */
export function fetchesOf({ DB_TYPE_CLOB, DB_TYPE_NUMBER, DB_TYPE_VARCHAR }: OracleClient): Fetches {
  const longText = { type: DB_TYPE_VARCHAR };
  const whole = { type: DB_TYPE_VARCHAR, converter: ifThere(readWhole) };
  return ({ dbType, scale = 0 }) => {
    if (dbType === DB_TYPE_CLOB) return longText;
    if (dbType !== DB_TYPE_NUMBER) return undefined;
    return scale > 0 ? { type: DB_TYPE_VARCHAR, converter: ifThere((text) => readScaled(text, scale)) } : whole;
  };
}

/** The driver converts NULL, too. */
function ifThere(read: (text: string) => unknown): (value: unknown) => unknown {
  return (value) => (value === null ? null : read(String(value)));
}

/** The driver writes .5 and leaves zeros out at the end. */
export function readScaled(text: string, scale: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${withZero(whole)}.${fraction.padEnd(scale, '0')}`;
}

export function readWhole(text: string): number | string {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  const [whole = '', fraction] = text.split('.');
  return fraction === undefined ? text : `${withZero(whole)}.${fraction}`;
}

function withZero(whole: string): string {
  return whole === '' || whole === '-' ? `${whole}0` : whole;
}
