import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** A trace id: 32 hexadecimal digits, not all of them 0. */
export function newTraceId(): string {
  return randomDigits(16);
}

/** A span id: 16 hexadecimal digits, not all of them 0. */
export function newSpanId(): string {
  return randomDigits(8);
}

/** Random bytes are drawn many at a time, for one draw costs more than a span. */
function randomDigits(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  const digits = pool.toString('hex', used - bytes, used);
  return /[^0]/.test(digits) ? digits : randomDigits(bytes);
}
