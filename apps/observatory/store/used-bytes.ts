import type { DatabaseSync } from 'node:sqlite';

/** For the write-ahead log, beside the file. */
export const besideBytes = 10 * 1024 * 1024;

/** What the file could give back: the room of what left it, before others fill it. */
export function freeBytesOf(db: DatabaseSync): () => number {
  const pageBytes = Number(db.prepare('pragma page_size').get()?.page_size);
  const free = db.prepare('pragma freelist_count');
  return () => Number(free.get()?.freelist_count) * pageBytes;
}

/** What the pages in use come to: a file keeps the room of what left it, and fills that first. */
export function usedBytesOf(db: DatabaseSync): () => number {
  const pageBytes = Number(db.prepare('pragma page_size').get()?.page_size);
  const pages = db.prepare('pragma page_count');
  const freeBytes = freeBytesOf(db);
  return () => Number(pages.get()?.page_count) * pageBytes - freeBytes();
}
