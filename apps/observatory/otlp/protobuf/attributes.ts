import { addAttribute, type Gathering, gather, limits, type Tally } from '../limits.ts';
import type { FlatAttributes, Scalar } from '../records.ts';
import { base64, double, enumeration, int64, message, type Reader, skip, tag, text } from './reader.ts';

/** Reads a KeyValue. A list of pairs becomes one attribute for each of them, its name behind a dot. */
export function readAttribute(reader: Reader, to: Gathering, prefix = '', depth = 0): void {
  let name = '';
  let value: Reader | undefined;
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 1) name = text(reader, key & 7);
    else if (key >>> 3 === 2) value = message(reader, key & 7);
    else skip(reader, key & 7);
  }
  if (value) addValue(value, to, prefix + name, depth);
}

function addValue(reader: Reader, to: Gathering, name: string, depth: number): void {
  while (reader.at < reader.end) {
    const key = tag(reader);
    const wire = key & 7;
    if (key >>> 3 === 6) addPairs(message(reader, wire), to, name, depth);
    else if (key >>> 3 === 5) addAttribute(to, name, readList(message(reader, wire), to.tally));
    else addAttribute(to, name, readScalar(reader, key >>> 3, wire));
  }
}

function addPairs(reader: Reader, to: Gathering, name: string, depth: number): void {
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 !== 1) skip(reader, key & 7);
    else if (depth < limits.depth) readAttribute(message(reader, key & 7), to, `${name}.`, depth + 1);
    else {
      skip(reader, key & 7);
      to.tally.cut += 1;
    }
  }
}

/** The body of a log record: a value alone as its text, a list or pairs as JSON. */
export function readBody(reader: Reader, tally: Tally): string {
  let body = '';
  while (reader.at < reader.end) {
    const key = tag(reader);
    const [field, wire] = [key >>> 3, key & 7];
    if (field === 6) body = JSON.stringify(readPairs(message(reader, wire), gather(limits.attributes, tally)));
    else if (field === 5) body = JSON.stringify(readList(message(reader, wire), tally));
    else body = String(readScalar(reader, field, wire) ?? body);
  }
  return body;
}

function readPairs(reader: Reader, to: Gathering): FlatAttributes {
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 1) readAttribute(message(reader, key & 7), to);
    else skip(reader, key & 7);
  }
  return to.attributes;
}

function readList(reader: Reader, tally: Tally): Scalar[] {
  const list: Scalar[] = [];
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 !== 1) {
      skip(reader, key & 7);
      continue;
    }
    const item = readItem(message(reader, key & 7));
    if (item === undefined) continue;
    if (list.length < limits.listItems) list.push(typeof item === 'string' ? item.slice(0, limits.valueLength) : item);
    else tally.cut += 1;
  }
  return list;
}

function readItem(reader: Reader): Scalar | undefined {
  let value: Scalar | undefined;
  while (reader.at < reader.end) {
    const key = tag(reader);
    value = readScalar(reader, key >>> 3, key & 7) ?? value;
  }
  return value;
}

/** By the numbers of AnyValue. */
function readScalar(reader: Reader, field: number, wire: number): Scalar | undefined {
  if (field === 1) return text(reader, wire);
  if (field === 2) return enumeration(reader, wire) !== 0;
  if (field === 3) return toNumber(int64(reader, wire));
  if (field === 4) return finite(double(reader, wire));
  if (field === 7) return base64(reader, wire);
  skip(reader, wire);
  return undefined;
}

/** A number where it is exact, else its digits. */
export function toNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** JSON has no NaN and no infinity. */
export function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
