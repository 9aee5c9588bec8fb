import { addAttribute, type Gathering, gather, limits, type Tally } from '../limits.ts';
import { malformed } from '../malformed.ts';
import { finite, toNumber } from '../protobuf/attributes.ts';
import type { FlatAttributes, Scalar } from '../records.ts';
import { type Fields, fieldsOf, int64Of, listOf, numberOf, textOf } from './fields.ts';

/** Reads a list of KeyValue. A list of pairs becomes one attribute for each of them, its name behind a dot. */
export function readAttributes(value: unknown, to: Gathering, prefix = '', depth = 0): FlatAttributes {
  for (const pair of listOf(value, 'attributes')) {
    if (pair.value === undefined || pair.value === null) continue;
    addValue(fieldsOf(pair.value, 'value'), to, prefix + textOf(pair.key, 'key'), depth);
  }
  return to.attributes;
}

function addValue(value: Fields, to: Gathering, name: string, depth: number): void {
  if (value.kvlistValue !== undefined) {
    const { values } = fieldsOf(value.kvlistValue, 'kvlistValue');
    if (depth < limits.depth) readAttributes(values, to, `${name}.`, depth + 1);
    else to.tally.cut += 1;
  } else if (value.arrayValue !== undefined) addAttribute(to, name, readList(value.arrayValue, to.tally));
  else addAttribute(to, name, readScalar(value));
}

function readList(value: unknown, tally: Tally): Scalar[] {
  const items = listOf(fieldsOf(value, 'arrayValue').values, 'values').map(readScalar);
  const scalars = items.filter((item) => item !== undefined);
  if (scalars.length > limits.listItems) tally.cut += 1;
  return scalars
    .slice(0, limits.listItems)
    .map((item) => (typeof item === 'string' ? item.slice(0, limits.valueLength).toWellFormed() : item));
}

/** The body of a log record: a value alone as its text, a list or pairs as JSON. */
export function readBody(value: unknown, tally: Tally): string {
  if (value === undefined || value === null) return '';
  const { kvlistValue, arrayValue, ...scalar } = fieldsOf(value, 'body');
  if (kvlistValue !== undefined) {
    const { values } = fieldsOf(kvlistValue, 'kvlistValue');
    return JSON.stringify(readAttributes(values, gather(limits.attributes, tally)));
  }
  if (arrayValue !== undefined) return JSON.stringify(readList(arrayValue, tally));
  return String(readScalar(scalar) ?? '');
}

function readScalar(value: Fields): Scalar | undefined {
  if (value.stringValue !== undefined) return textOf(value.stringValue, 'stringValue');
  if (value.boolValue !== undefined) return truthOf(value.boolValue);
  if (value.intValue !== undefined) return toNumber(int64Of(value.intValue, 'intValue'));
  if (value.doubleValue !== undefined) return finite(numberOf(value.doubleValue, 'doubleValue') ?? 0);
  return value.bytesValue === undefined ? undefined : textOf(value.bytesValue, 'bytesValue');
}

function truthOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw malformed('boolValue is neither true nor false');
  return value;
}
