import { createHash } from 'node:crypto';

const alphabet = '0123456789abcdfghjkmnpqrstuvwxyz';
const digits = 13;

/**
 * Oracle's SQL_ID of a statement: 13 base-32 digits over the MD5 of the exact text as sent plus one zero byte.
 * Nothing is trimmed or folded; placeholders count as written. Its low 32 bits are V$SQL.HASH_VALUE.
 */
export function oracleSqlId(text: string): string {
  const digest = createHash('md5').update(text, 'utf8').update(Buffer.alloc(1)).digest();
  let rest = (BigInt(digest.readUInt32LE(8)) << 32n) | BigInt(digest.readUInt32LE(12));
  let id = '';
  for (let place = 0; place < digits; place += 1) {
    id = alphabet.charAt(Number(rest & 31n)) + id;
    rest >>= 5n;
  }
  return id;
}
