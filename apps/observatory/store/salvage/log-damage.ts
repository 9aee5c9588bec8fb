import { readFileSync, statSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
const littleEndian = 0x377f0682;
const bigEndian = 0x377f0683;
/** A log grows to a few MB; in one that is larger damage shows when it is met. */
const mostBytes = 64 * 1024 * 1024;

/**
 * True when something was written to a write-ahead log that SQLite will pass over without a word: it reads up to the first
 * frame that is not whole. That nothing follows this frame is how a process ends that is stopped, and is no damage.
 */
export function isLogDamaged(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= headerBytes || size > mostBytes) return false;
  const log = readFileSync(path);
  const magic = log.readUInt32BE(0);
  if (magic !== littleEndian && magic !== bigEndian) return true;
  const add = magic === littleEndian ? addLittle : addBig;
  const head = add([0, 0], log, 0, 24);
  if (!isSum(head, log, 24)) return true;
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  const isOurs = (at: number) => log.compare(log, 16, 24, at + 8, at + 16) === 0;
  let sum = head;
  let at = headerBytes;
  for (; at + frameBytes <= log.length && isOurs(at); at += frameBytes) {
    sum = add(add(sum, log, at, at + 8), log, at + frameHeaderBytes, at + frameBytes);
    if (!isSum(sum, log, at + 16)) break;
  }
  // Frames of before the log began again have other salts.
  for (at += frameBytes; at + frameBytes <= log.length; at += frameBytes)
    if (isOurs(at) && log.readUInt32BE(at + 4) !== 0) return true;
  return false;
}

type Sum = readonly [number, number];

/** As the format of the log has it: over numbers of 32 bits, two by two. */
function adder(word: (log: Buffer, at: number) => number) {
  return ([one, other]: Sum, log: Buffer, from: number, to: number): Sum => {
    for (let at = from; at < to; at += 8) {
      one = (one + word(log, at) + other) >>> 0;
      other = (other + word(log, at + 4) + one) >>> 0;
    }
    return [one, other];
  };
}

const addLittle = adder((log, at) => log.readUInt32LE(at));
const addBig = adder((log, at) => log.readUInt32BE(at));

function isSum([one, other]: Sum, log: Buffer, at: number): boolean {
  return log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === other;
}
