import type { ReactNode } from 'react';
import type { Column, Sorting } from './column.ts';
import type { List } from './use-list.ts';

export interface DataListProps<Row> {
  /** What is listed: “Orders”. */
  label: string;
  /** Lets the reader choose columns and density, remembered in this browser under this name: “orders”. */
  name?: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowKey(row: Row): string | number;
  /** Where a row leads. The first column becomes the link and stretches over the row. */
  rowPath?(row: Row): string;
  /** What a phone shows of a row. */
  card(row: Row): ReactNode;
  /** More about a row, unfolded below it. */
  more?(row: Row): ReactNode;
  /** A small control at the end of a row, which leads elsewhere than the row. */
  mark?(row: Row): ReactNode;
  sorting?: Sorting;
  /** An Empty: nothing there yet, or nothing that fits the filters. */
  empty: ReactNode;
}

/** The same, with rows to show. */
export interface RowsProps<Row> extends DataListProps<Row> {
  rows: readonly Row[];
}
