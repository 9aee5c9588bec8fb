import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Row } from '../rows.ts';
import { valuesOf, varint } from './record.ts';
import type { TableForm } from './table-form.ts';

/** The kind of page that holds rows of a table. */
const leaf = 0x0d;
const mostBytes = 16 * 1024 * 1024;

/**
 * The rows that lie in the pages of a file, whichever page led to them: of a file that was cut, what led there is gone. A row
 * is of the table that it fits. What was deleted may be among them.
 */
export function* scanPages(
  path: string,
  forms: readonly TableForm[],
): Generator<{ form: TableForm; row: Row } | undefined> {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(100);
    readSync(file, head, 0, 100, 0);
    const size = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    const page = Buffer.alloc(size);
    const readPage = (number: number) => readSync(file, page, 0, size, (number - 1) * size) === size;
    const pages = size < 512 ? 0 : Math.floor(fstatSync(file).size / size);
    for (let number = 2; number <= pages; number += 1) {
      yield;
      if (!readPage(number) || page[0] !== leaf) continue;
      const cells = Buffer.from(page);
      const count = Math.min(cells.readUInt16BE(3), size / 4);
      for (let at = 0; at < count; at += 1) {
        const found = attempt(() => rowAt(cells, cells.readUInt16BE(8 + 2 * at), { page, readPage }, forms));
        if (found) yield found;
      }
    }
  } finally {
    closeSync(file);
  }
}

interface Pages {
  /** The page that was read last. */
  readonly page: Buffer;
  readPage(number: number): boolean;
}

function rowAt(cells: Buffer, at: number, pages: Pages, forms: readonly TableForm[]) {
  const [bytes, afterBytes] = varint(cells, at);
  const [id, start] = varint(cells, afterBytes);
  if (bytes > mostBytes) return undefined;
  const values = valuesOf(payload(cells, start, bytes, pages));
  for (const form of forms) {
    if (form.columns.length !== values.length) continue;
    const row: Row = {};
    for (const [place, column] of form.columns.entries()) row[column] = values[place] ?? null;
    // Its number stands beside the row.
    row[form.key[0] ?? ''] = id;
    if (form.isSound(row)) return { form, row };
  }
  return undefined;
}

/** What a row has in its page, and in the pages that go on with it. */
function payload(cells: Buffer, start: number, bytes: number, { page, readPage }: Pages): Buffer {
  const size = cells.length;
  if (bytes <= size - 35) return cells.subarray(start, start + bytes);
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const wanted = least + ((bytes - least) % (size - 4));
  const local = wanted <= size - 35 ? wanted : least;
  const parts = [cells.subarray(start, start + local)];
  let next = cells.readUInt32BE(start + local);
  for (let left = bytes - local; left > 0; left -= size - 4) {
    if (next === 0 || !readPage(next)) throw new RangeError('its other pages are gone');
    parts.push(Buffer.from(page.subarray(4, 4 + Math.min(left, size - 4))));
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
