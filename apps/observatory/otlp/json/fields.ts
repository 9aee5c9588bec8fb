import { malformed } from '../malformed.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function parseBody(body: Buffer): Fields {
  try {
    return fieldsOf(JSON.parse(body.toString('utf8')), 'the body');
  } catch (error) {
    throw error instanceof SyntaxError ? malformed('the body is no JSON') : error;
  }
}

export function fieldsOf(value: unknown, name: string): Fields {
  if (!isFields(value)) throw malformed(`${name} is no object`);
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where it is missing. */
export function listOf(value: unknown, name: string): Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw malformed(`${name} is no list`);
  return value.map((item) => fieldsOf(item, name));
}

export function textOf(value: unknown, name: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw malformed(`${name} is no text`);
  return value.toWellFormed();
}

/** Ids are hex in OTLP's JSON, in either case. */
export function idOf(value: unknown, name: string): string {
  return textOf(value, name).toLowerCase();
}

const digits = /^-?\d{1,20}$/;

/** A whole number of 64 bits, which comes as digits, or as a number. */
export function int64Of(value: unknown, name: string): bigint {
  if (value === undefined || value === null) return 0n;
  const isWhole = typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && digits.test(value);
  if (!isWhole) throw malformed(`${name} is no whole number`);
  return BigInt(value as string | number);
}

export function numberOf(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  const number = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  if (Number.isNaN(number) && value !== 'NaN') throw malformed(`${name} is no number`);
  return number;
}

/** A list of numbers; none where it is missing. */
export function numbersOf(value: unknown, name: string): number[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw malformed(`${name} is no list`);
  return value.map((item) => numberOf(item, name) ?? 0);
}

/** An enum comes as its number, or by its name. */
export function enumOf(value: unknown, prefix: string, names: readonly string[]): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Math.max(0, names.indexOf(value.replace(prefix, ''))) : 0;
}
