import { randomFillSync } from 'node:crypto';

let lastMs = -1;
let place = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 that count up within one, then random. Ids of a process sort in the order
 * in which they were made, so that what one transaction tells at the same instant is read in its order.
 */
export function uuidV7(nowMs = Date.now()): string {
  const bytes = nextRandom();
  const random = bytes.readUInt16BE(6);
  place = nowMs === lastMs && place < 0xfff ? place + 1 : random & 0x7ff;
  lastMs = nowMs;
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | place, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const pool = Buffer.alloc(16 * 256);
let used = pool.length;

/** Sixteen fresh random bytes; they are drawn many at a time, for one draw costs more than the id. */
function nextRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}
