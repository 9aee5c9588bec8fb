import { Skeleton } from '@mantine/core';
import type { Column } from './column.ts';
import cards from './data-cards.module.css';
import table from './data-table.module.css';

interface ListSkeletonProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  isPhone: boolean;
}

const rows = Array.from({ length: 10 }, (_, index) => index);
/** Lines of text are not all as long as each other. */
const widths = ['70%', '55%', '80%', '45%', '60%'];

/** The list that is to come, with its columns and its line height, so that nothing moves when it is there. */
export function ListSkeleton<Row>({ label, columns, isPhone }: ListSkeletonProps<Row>) {
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        Loading {label.toLowerCase()}
      </span>
      {isPhone ? <CardSkeletons /> : <TableSkeleton columns={columns} />}
    </div>
  );
}

function TableSkeleton<Row>({ columns }: Pick<ListSkeletonProps<Row>, 'columns'>) {
  return (
    <table className={table.table} aria-hidden="true">
      <thead>
        <tr>
          {columns.map(({ key, title, align, leaveOut }) => (
            <th key={key} data-align={align} data-leave-out={leaveOut}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {columns.map(({ key, align, leaveOut }, column) => (
              <td key={key} data-align={align} data-leave-out={leaveOut}>
                <Skeleton height={14} width={widthOf(row, column)} display="inline-block" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CardSkeletons() {
  return (
    <ul className={cards.cards} aria-hidden="true">
      {rows.map((row) => (
        <li key={row} className={cards.card}>
          <Skeleton height={16} width={widthOf(row, 0)} mb={10} />
          <Skeleton height={14} width={widthOf(row, 3)} />
        </li>
      ))}
    </ul>
  );
}

function widthOf(row: number, column: number): string {
  return widths[(row * 2 + column) % widths.length] ?? '60%';
}
