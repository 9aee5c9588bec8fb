import { formatBytes, formatCount, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useSizes } from '../../api/use-database.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { ShortList } from '../../parts/short-list.tsx';
import { type TableSize, tablesOf, totalOf } from './tables-of.ts';

const usualCount = 8;

/** The largest tables, with their indexes. */
export function SizeSection() {
  return (
    <Answer query={useSizes()} skeleton={<SectionSkeleton title="Sizes" lines={usualCount} />}>
      {({ sizes }) => {
        const tables = tablesOf(sizes);
        const total = tables.reduce((sum, table) => sum + totalOf(table), 0);
        return (
          <Section title="Sizes" aside={`${formatBytes(total)} in ${formatQuantity(tables.length, 'table')}`}>
            <ShortList
              label="Tables"
              rows={tables}
              most={usualCount}
              noun="tables"
              columns={sizeColumns(total)}
              rowKey={({ name }) => name}
              card={(table) => (
                <CardLines
                  title={table.name}
                  value={formatBytes(totalOf(table))}
                  about={[rowsOf(table), formatQuantity(table.indexes, 'index', 'indexes')]}
                />
              )}
              empty={<p className="muted">There is no table of the platform yet.</p>}
            />
          </Section>
        );
      }}
    </Answer>
  );
}

function rowsOf({ rows }: TableSize): string {
  return rows === null || rows < 0 ? 'rows not known' : `about ${formatQuantity(rows, 'row')}`;
}

function sizeColumns(total: number): Column<TableSize>[] {
  return [
    { key: 'name', title: 'Table', cell: ({ name }) => <span className="mono">{name}</span> },
    {
      key: 'total',
      title: 'Size',
      align: 'end',
      isShort: true,
      cell: (table) => (
        <>
          {formatBytes(totalOf(table))}
          <ShareBar share={total === 0 ? 0 : totalOf(table) / total} />
        </>
      ),
    },
    {
      key: 'table',
      title: 'Rows themselves',
      align: 'end',
      cell: ({ tableBytes }) => formatBytes(tableBytes),
      leaveOut: 2,
    },
    {
      key: 'indexes',
      title: 'Indexes',
      align: 'end',
      cell: ({ indexBytes, indexes }) => `${formatBytes(indexBytes)} in ${indexes}`,
    },
    {
      key: 'rows',
      title: 'Rows, about',
      align: 'end',
      cell: ({ rows }) => (rows === null || rows < 0 ? <span className="muted">–</span> : formatCount(rows)),
    },
  ];
}
