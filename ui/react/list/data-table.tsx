import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Column, Sorting } from './column.ts';
import { ColumnTitle } from './column-title.tsx';
import type { RowsProps } from './data-list-props.ts';
import { DataRow } from './data-row.tsx';
import classes from './data-table.module.css';
import { shownColumns } from './list-view.ts';
import { ListViewMenu } from './list-view-menu.tsx';
import { useListView } from './use-list-view.ts';

export function DataTable<Row>({ label, name, rows, columns, rowKey, rowPath, more, mark, sorting }: RowsProps<Row>) {
  const [unfolded, setUnfolded] = useState<string | number>();
  const [view, changeView] = useListView(name);
  const shown = shownColumns(columns, view);
  const menu = name !== undefined && <ListViewMenu columns={columns} view={view} onChange={changeView} />;
  const hasTail = more !== undefined || mark !== undefined || name !== undefined;
  return (
    <table className={classes.table} data-dense={view.isDense} onKeyDown={walkRows}>
      <caption className="visually-hidden">{label}</caption>
      <TableHead columns={shown} sorting={sorting} tail={hasTail ? menu : undefined} />
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <DataRow
              key={key}
              row={row}
              columns={shown}
              path={rowPath?.(row)}
              hasTail={hasTail}
              more={more}
              mark={mark}
              isUnfolded={unfolded === key}
              onUnfold={() => setUnfolded(unfolded === key ? undefined : key)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sorting: Sorting | undefined;
  /** Above what stands at the end of each row; undefined when nothing does. */
  tail: ReactNode;
}

function TableHead<Row>({ columns, sorting, tail }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, align, sort, leaveOut }) => (
          <ColumnTitle key={key} title={title} align={align} sort={sort} leaveOut={leaveOut} sorting={sorting} />
        ))}
        {tail !== undefined && (
          <th scope="col" className={classes.tail}>
            {tail || <span className="visually-hidden">Details</span>}
          </th>
        )}
      </tr>
    </thead>
  );
}

/** The arrow keys go from row to row. */
function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (step === undefined || !here) return;
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')];
  const control = rows[rows.indexOf(here) + step]?.querySelector<HTMLElement>('a, button');
  if (!control) return;
  event.preventDefault();
  control.focus();
}
