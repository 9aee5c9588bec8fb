import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icon.tsx';
import type { Column } from './column.ts';
import classes from './data-table.module.css';

interface DataRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  path: string | undefined;
  /** Whether there is a place at the end, for unfolding or under the menu of the table. */
  hasTail: boolean;
  more: ((row: Row) => ReactNode) | undefined;
  mark: ((row: Row) => ReactNode) | undefined;
  isUnfolded: boolean;
  onUnfold(): void;
}

export function DataRow<Row>({ row, columns, path, hasTail, more, mark, isUnfolded, onUnfold }: DataRowProps<Row>) {
  const id = useId();
  return (
    <>
      <tr data-row data-leads={path !== undefined}>
        {columns.map(({ key, cell, align, leaveOut, isShort }, index) => (
          <td key={key} data-align={align} data-leave-out={leaveOut} data-short={isShort}>
            {index === 0 && path !== undefined ? (
              <Link to={path} className={classes.link}>
                {cell(row)}
              </Link>
            ) : (
              cell(row)
            )}
          </td>
        ))}
        {hasTail && (
          <td className={classes.tail}>
            {mark?.(row)}
            {more && (
              <button
                type="button"
                aria-expanded={isUnfolded}
                aria-controls={id}
                aria-label="Details"
                onClick={onUnfold}
              >
                <Icon name={isUnfolded ? 'up' : 'down'} size={16} />
              </button>
            )}
          </td>
        )}
      </tr>
      {more && isUnfolded && (
        <tr id={id}>
          <td className={classes.more} colSpan={columns.length + 1}>
            {more(row)}
          </td>
        </tr>
      )}
    </>
  );
}
