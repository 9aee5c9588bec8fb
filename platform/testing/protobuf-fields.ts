/** What a message holds under each number: bytes of any length, or the value of a varint. */
export type Fields = Map<number, (Buffer | bigint)[]>;

/** The wire format: a key of number and type, then a varint, eight bytes, a length with its bytes, or four bytes. */
export function readFields(body: Buffer): Fields {
  const fields: Fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = body.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number) => {
    at += length;
    return body.subarray(at - length, at);
  };
  while (at < body.length) {
    const key = Number(varint());
    const kind = key & 7;
    if (![0, 1, 2, 5].includes(kind)) throw new TypeError(`wire type ${kind} is none`);
    const value = kind === 0 ? varint() : take(kind === 2 ? Number(varint()) : kind === 1 ? 8 : 4);
    fields.set(key >> 3, [...(fields.get(key >> 3) ?? []), value]);
  }
  if (at !== body.length) throw new RangeError('the last field is cut off');
  return fields;
}

/** Which fields of a message are messages themselves; every other is a value. */
export interface Shape {
  [field: number]: Shape;
}

/** A message with those inside it; what one leaves out is the same as 0 and as a message of nothing. */
export function readByShape(body: Buffer, shape: Shape): Record<number, unknown[]> {
  const message: Record<number, unknown[]> = {};
  for (const [number, values] of readFields(body)) {
    const inner = shape[number];
    const read = values.map((value) => (inner && Buffer.isBuffer(value) ? readByShape(value, inner) : plain(value)));
    if (!isNothing(read[0])) message[number] = read;
  }
  return message;
}

function plain(value: Buffer | bigint): string {
  return typeof value === 'bigint' ? String(value) : value.toString('hex');
}

function isNothing(value: unknown): boolean {
  return value === '0' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
