import type { MetricHistory } from '@octo/contracts/observatory-metrics.ts';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { type SeriesSummary, summarise, valueWords } from '../../charts/readings.ts';
import { isoOf } from '../../parts/nano.ts';
import { chartUnit } from './chart-unit.ts';
import { seriesOf } from './history-series.ts';

/** The groups in numbers, the largest first. */
export function GroupTable({ history }: { history: MetricHistory }) {
  if (history.groupBy.length === 0) return null;
  const [from, to] = [history.fromUnixNano, history.toUnixNano].map((at) => Date.parse(isoOf(at)));
  const rows = seriesOf(history).map((series) => summarise(series, from ?? 0, to ?? 0));
  const unit = chartUnit(history.unit);
  const columns: Column<SeriesSummary>[] = [
    { key: 'group', title: history.groupBy.join(', '), cell: ({ series }) => series.title },
    { key: 'latest', title: 'Latest', align: 'end', cell: ({ latest }) => valueWords(latest, unit) },
    { key: 'lowest', title: 'Lowest', align: 'end', cell: ({ lowest }) => valueWords(lowest, unit), leaveOut: 1 },
    { key: 'average', title: 'Average', align: 'end', cell: ({ average }) => valueWords(average, unit) },
    { key: 'highest', title: 'Highest', align: 'end', cell: ({ highest }) => valueWords(highest, unit) },
  ];
  return (
    <DataList
      label="Groups"
      list={listOf(rows)}
      columns={columns}
      rowKey={({ series }) => series.key}
      card={({ series, latest, highest }) => (
        <>
          <strong>{series.title}</strong>
          <p className="muted">
            {valueWords(latest, unit)} of at most {valueWords(highest, unit)}
          </p>
        </>
      )}
      empty={<p className="muted">Nothing was measured in this time.</p>}
    />
  );
}
