import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  /** The heading; always in words, also where it is not drawn. */
  title: string;
  cell(row: Row): ReactNode;
  /** Numbers, money and counts stand to the right. */
  align?: 'end';
  /** What the server calls this order, up and down; without, the column cannot be sorted by. */
  sort?: ColumnSort;
  /** Left out first when there is little room: 1 below 75 em, 2 below 62 em. */
  leaveOut?: 1 | 2;
  /** Does not break over two lines. */
  isShort?: boolean;
}

export interface ColumnSort {
  up?: string;
  down?: string;
  /** How a phone calls them, where there is no heading to press on: “Oldest first”, “Newest first”. */
  words?: { up?: string; down?: string };
}

export interface Sorting {
  value: string | undefined;
  /** What the server does when nothing is asked. */
  fallback: string;
  onChange(value: string | undefined): void;
}

/** Every order that can be asked for, in words. */
export function sortOptions(columns: readonly Pick<Column<unknown>, 'title' | 'sort' | 'align'>[]) {
  return columns.flatMap(({ title, sort = {}, align }) => {
    const { up, down, words = {} } = sort;
    const [upwards, downwards] = align === 'end' ? ['lowest first', 'highest first'] : ['A to Z', 'Z to A'];
    return [
      ...(down === undefined ? [] : [{ value: down, label: words.down ?? `${title}, ${downwards}` }]),
      ...(up === undefined ? [] : [{ value: up, label: words.up ?? `${title}, ${upwards}` }]),
    ];
  });
}

export type Direction = 'ascending' | 'descending' | 'none';

/** How a column is sorted now. */
export function directionOf(sort: Column<unknown>['sort'], { value, fallback }: Sorting): Direction {
  const current = value ?? fallback;
  if (sort?.up === current) return 'ascending';
  return sort?.down === current ? 'descending' : 'none';
}

/** What a click on a heading asks for: numbers and dates first from the top, words from A; then the other way round. */
export function nextSort(column: Pick<Column<unknown>, 'sort' | 'align'>, sorting: Sorting): string | undefined {
  const { up, down } = column.sort ?? {};
  const direction = directionOf(column.sort, sorting);
  const first = column.align === 'end' ? (down ?? up) : (up ?? down);
  const wanted = direction === 'ascending' ? (down ?? up) : direction === 'descending' ? (up ?? down) : first;
  return wanted === sorting.fallback ? undefined : wanted;
}
