import { encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Position } from '@octo/platform/paging/keyset.ts';

export interface PageInput {
  limit?: number | undefined;
  after?: string | undefined;
}

export interface Page<T> {
  items: T[];
  /** Where the next page starts; null on the last one. */
  next: string | null;
}

interface Found<T> {
  list: string;
  limit: number;
  /** One more than the page holds, when there is one. */
  items: T[];
  placeOf(item: T): Position;
}

export function toPage<T>({ list, limit, items, placeOf }: Found<T>): Page<T> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: items.length > limit && last ? encodeCursor(list, placeOf(last)) : null };
}
