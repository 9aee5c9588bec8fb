import type { Column } from '@octo/ui/react/list/column.ts';
import type { TraceSearch } from '../../paths.ts';
import { Errors, type Figures, Rate, Took } from './figures.tsx';

/** Rate, errors and durations. Every number leads to the traces that it is made of. */
export function figureColumns<Row extends Figures>(searchOf: (row: Row) => TraceSearch): Column<Row>[] {
  return [
    { key: 'rate', title: 'Requests', align: 'end', cell: (row) => <Rate of={row} search={searchOf(row)} /> },
    { key: 'errors', title: 'Errors', align: 'end', cell: (row) => <Errors of={row} search={searchOf(row)} /> },
    ...(['p50', 'p95', 'p99'] as const).map(
      (key): Column<Row> => ({
        key,
        title: key,
        align: 'end',
        cell: (row) => <Took ms={row[`${key}Ms`]} search={searchOf(row)} />,
      }),
    ),
  ];
}
