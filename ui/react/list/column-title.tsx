import { Icon } from '../icon.tsx';
import { type Column, directionOf, nextSort, type Sorting } from './column.ts';
import classes from './data-table.module.css';

interface ColumnTitleProps {
  title: string;
  align: Column<unknown>['align'] | undefined;
  sort: Column<unknown>['sort'] | undefined;
  leaveOut: Column<unknown>['leaveOut'] | undefined;
  sorting: Sorting | undefined;
}

/** The heading of a column; where the server can sort by it, a button. */
export function ColumnTitle({ title, align, sort, leaveOut, sorting }: ColumnTitleProps) {
  const about = { scope: 'col', 'data-align': align, 'data-leave-out': leaveOut } as const;
  if (!sort || !sorting) return <th {...about}>{title}</th>;
  const direction = directionOf(sort, sorting);
  const column = align === undefined ? { sort } : { sort, align };
  return (
    <th {...about} aria-sort={direction}>
      <button type="button" className={classes.sort} onClick={() => sorting.onChange(nextSort(column, sorting))}>
        {title}
        <span className={classes.direction} data-direction={direction}>
          <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} />
        </span>
      </button>
    </th>
  );
}
