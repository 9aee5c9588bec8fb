import type { SQLOutputValue } from 'node:sqlite';

/** A number as SQLite packs it into one to nine bytes, and where it ends. */
export function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0n;
  for (let count = 0; count < 9; count += 1) {
    const byte = BigInt(bytes.readUInt8(at + count));
    if (count === 8) return [Number(BigInt.asIntN(64, (value << 8n) | byte)), at + 9];
    value = (value << 7n) | (byte & 0x7fn);
    if (byte < 0x80n) return [Number(value), at + count + 1];
  }
  return [Number(value), at + 9];
}

/** The values of a row, as its record in the file has them. Throws where it is none. */
export function valuesOf(record: Buffer): SQLOutputValue[] {
  const [headerEnd, first] = varint(record, 0);
  const values: SQLOutputValue[] = [];
  let body = headerEnd;
  for (let at = first; at < headerEnd; ) {
    const [type, next] = varint(record, at);
    const size = sizeOf(type);
    if (body + size > record.length) throw new RangeError('longer than its record');
    values.push(valueAs(type, record.subarray(body, body + size)));
    body += size;
    at = next;
  }
  return values;
}

const integerSizes = [0, 1, 2, 3, 4, 6, 8];

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return type === 7 ? 8 : (integerSizes[type] ?? 0);
}

function valueAs(type: number, bytes: Buffer): SQLOutputValue {
  if (type === 0) return null;
  if (type === 6) return Number(bytes.readBigInt64BE());
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  if (type === 7) return bytes.readDoubleBE();
  if (type === 8 || type === 9) return type - 8;
  if (type < 12) throw new RangeError('no type of a value');
  return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8');
}
