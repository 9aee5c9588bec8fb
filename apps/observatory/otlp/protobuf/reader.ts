import { malformed } from '../malformed.ts';

/** A place in protobuf bytes. Everything that moves it throws Invalid at bytes that are none. */
export interface Reader {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;
}

const varintType = 0;
const eightBytes = 1;
const lengthDelimited = 2;
const fourBytes = 5;

export function readerOf(bytes: Buffer): Reader {
  return { bytes, at: 0, end: bytes.length };
}

/** The number of a field times eight, with its wire type in the last three bits. */
export function tag(reader: Reader): number {
  const value = varint(reader);
  if (value < 8 || value > 0xffff_ffff) throw malformed('a field has no number');
  return value;
}

/** A whole number; exact up to 2^53, as lengths and enums are. */
export function varint(reader: Reader): number {
  const { bytes, end } = reader;
  let value = 0;
  for (let scale = 1, length = 0; length < 10; scale *= 128, length += 1) {
    if (reader.at >= end) throw cutOff();
    const byte = bytes[reader.at++] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw malformed('a number does not end');
}

/** A signed whole number of 64 bits. */
export function int64(reader: Reader, wire: number): bigint {
  expectType(wire, varintType);
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    if (reader.at >= reader.end) throw cutOff();
    const byte = reader.bytes[reader.at++] ?? 0;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asIntN(64, value);
  }
  throw malformed('a number does not end');
}

export function enumeration(reader: Reader, wire: number): number {
  expectType(wire, varintType);
  return varint(reader);
}

/** Steps over a field of a length and gives where it began; `reader.at` is then its end. */
function past(reader: Reader, wire: number): number {
  expectType(wire, lengthDelimited);
  const length = varint(reader);
  const from = reader.at;
  if (length > reader.end - from) throw cutOff();
  reader.at = from + length;
  return from;
}

export function message(reader: Reader, wire: number): Reader {
  const at = past(reader, wire);
  return { bytes: reader.bytes, at, end: reader.at };
}

export function text(reader: Reader, wire: number): string {
  const from = past(reader, wire);
  return reader.bytes.toString('utf8', from, reader.at);
}

export function hex(reader: Reader, wire: number): string {
  const from = past(reader, wire);
  return reader.bytes.toString('hex', from, reader.at);
}

export function base64(reader: Reader, wire: number): string {
  const from = past(reader, wire);
  return reader.bytes.toString('base64', from, reader.at);
}

export function fixed64(reader: Reader, wire: number): bigint {
  return reader.bytes.readBigUInt64LE(eight(reader, wire));
}

export function sfixed64(reader: Reader, wire: number): bigint {
  return reader.bytes.readBigInt64LE(eight(reader, wire));
}

export function double(reader: Reader, wire: number): number {
  return reader.bytes.readDoubleLE(eight(reader, wire));
}

/** Numbers of eight bytes, one by one or all in one field; the first `most` of them. */
export function eightByteNumbers(reader: Reader, wire: number, most: number, read: (one: Reader) => number): number[] {
  if (wire === eightBytes) return [read(reader)];
  const all = message(reader, wire);
  const numbers: number[] = [];
  while (all.at < all.end && numbers.length < most) numbers.push(read(all));
  return numbers;
}

/** Whole numbers of any length, one by one or all in one field; the first `most` of them. */
export function wholeNumbers(reader: Reader, wire: number, most: number): number[] {
  if (wire === varintType) return [varint(reader)];
  const all = message(reader, wire);
  const numbers: number[] = [];
  while (all.at < all.end && numbers.length < most) numbers.push(varint(all));
  return numbers;
}

/** A whole number that may be negative: they are numbered 0, -1, 1, -2 and so on. */
export function zigzag(reader: Reader, wire: number): number {
  const value = enumeration(reader, wire);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Eight bytes without a tag of their own, as those in a list. */
export const bareEight = eightBytes;

function eight(reader: Reader, wire: number): number {
  expectType(wire, eightBytes);
  return step(reader, 8);
}

function step(reader: Reader, length: number): number {
  const from = reader.at;
  if (reader.end - from < length) throw cutOff();
  reader.at = from + length;
  return from;
}

/** Steps over a field that nobody asked for. */
export function skip(reader: Reader, wire: number): void {
  if (wire === varintType) varint(reader);
  else if (wire === eightBytes) step(reader, 8);
  else if (wire === lengthDelimited) past(reader, wire);
  else if (wire === fourBytes) step(reader, 4);
  else throw malformed(`there is no wire type ${wire}`);
}

function expectType(wire: number, expected: number): void {
  if (wire !== expected) throw malformed('a field has the wrong type');
}

function cutOff() {
  return malformed('it is cut off');
}
