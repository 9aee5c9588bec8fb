import type { ExecutionResult } from '@octo/contracts/query-lab.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { cellText, isNumeric } from './cell-text.ts';

interface ResultRow {
  position: number;
  values: ExecutionResult['rows'][number];
}

/** Rows as the database gave them. Their columns are known only now. */
export function ResultRows({ result: { columns, rows } }: { result: ExecutionResult }) {
  const positioned = rows.map((values, position) => ({ position, values }));
  return (
    <DataList
      label="Rows"
      list={listOf(positioned)}
      columns={columns.map((name) => toColumn(name, rows))}
      rowKey={({ position }) => position}
      card={({ values }) => <Facts facts={columns.map((name) => [name, cellText(values[name])] as const)} />}
      empty={
        <Empty icon="lab" title="No rows">
          <p>The query ran and found nothing that fits its conditions.</p>
        </Empty>
      }
    />
  );
}

function toColumn(name: string, rows: ExecutionResult['rows']): Column<ResultRow> {
  return {
    key: name,
    title: name,
    cell: ({ values }) => cellText(values[name]),
    ...(isNumeric(rows.map((row) => row[name])) ? { align: 'end' as const } : {}),
  };
}
