import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const headerBytes = 100;
const branchOrLeaf: ReadonlySet<number> = new Set([0x05, 0x0d]);

/**
 * Writes the first bytes of a file anew, where they alone are damaged: without them SQLite reads nothing of it. What they say
 * of its size and of free pages it can do without. True when what follows them is what it should be.
 */
export function mendHeader(path: string, schemaVersion: number): boolean {
  const file = openSync(path, 'r+');
  try {
    const kind = Buffer.alloc(1);
    if (readSync(file, kind, 0, 1, headerBytes) === 0 || !branchOrLeaf.has(kind.readUInt8())) return false;
    writeSync(file, headerOf(schemaVersion), 0, headerBytes, 0);
    return true;
  } finally {
    closeSync(file);
  }
}

/** As the format has it: pages of 4096 bytes, a write-ahead log, UTF-8, room given back when asked. */
function headerOf(schemaVersion: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('SQLite format 3\0', 'latin1');
  header.writeUInt16BE(4096, 16);
  header.set([2, 2, 0, 64, 32, 32], 18);
  const numbers = { changes: 24, schema: 40, schemaForm: 44, largestRoot: 52, encoding: 56, version: 60, vacuum: 64 };
  for (const at of Object.values(numbers)) header.writeUInt32BE(1, at);
  header.writeUInt32BE(4, numbers.schemaForm);
  header.writeUInt32BE(schemaVersion, numbers.version);
  return header;
}
