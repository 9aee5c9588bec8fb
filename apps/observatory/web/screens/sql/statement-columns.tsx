import type { ListedStatement } from '@octo/contracts/insight-statements.ts';
import { formatCount, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { StatementCell } from '../../parts/statement-cell.tsx';
import { statementTitle } from '../../parts/statement-text.ts';
import classes from './statement-columns.module.css';

/** What a statement came to, and for whom. */
export function statementColumns(totalMs: number): Column<ListedStatement>[] {
  const shareOf = ({ elapsedMs }: ListedStatement) => (totalMs === 0 ? 0 : elapsedMs / totalMs);
  return [
    { key: 'statement', title: 'Statement', cell: ({ text }) => <StatementCell text={text} isTitled /> },
    {
      key: 'calledBy',
      title: 'Mostly called by',
      cell: ({ calledBy }) =>
        calledBy === null ? (
          <span className="muted">–</span>
        ) : (
          <span className={classes.caller}>{calledBy.route ?? calledBy.service}</span>
        ),
      leaveOut: 1,
    },
    {
      key: 'time',
      title: 'Time',
      align: 'end',
      sort: { down: 'time', words: { down: 'Most time' } },
      isShort: true,
      cell: (row) => (
        <>
          {formatMilliseconds(row.elapsedMs)} <span className="muted">{formatShare(shareOf(row))}</span>
          <ShareBar share={shareOf(row)} />
        </>
      ),
    },
    {
      key: 'calls',
      title: 'Calls',
      align: 'end',
      sort: { down: 'calls', words: { down: 'Most calls' } },
      cell: ({ calls }) => formatCount(calls),
    },
    {
      key: 'meanTime',
      title: 'Per call',
      align: 'end',
      sort: { down: 'meanTime', words: { down: 'Longest per call' } },
      isShort: true,
      cell: ({ meanMs }) => formatMilliseconds(meanMs),
    },
    {
      key: 'p95',
      title: 'p95',
      align: 'end',
      sort: { down: 'p95', words: { down: 'Highest p95' } },
      isShort: true,
      cell: ({ p95Ms }) => (p95Ms === null ? <span className="muted">–</span> : formatMilliseconds(p95Ms)),
      leaveOut: 2,
    },
    {
      key: 'rows',
      title: 'Rows',
      align: 'end',
      sort: { down: 'rows', words: { down: 'Most rows' } },
      cell: ({ rows }) => formatCount(rows),
      leaveOut: 2,
    },
    {
      key: 'reads',
      title: 'Blocks read',
      align: 'end',
      sort: { down: 'reads', words: { down: 'Most blocks read' } },
      cell: ({ blocksRead }) => formatCount(blocksRead),
      leaveOut: 1,
    },
  ];
}

/** The same on a phone. */
export function StatementCard({ statement }: { statement: ListedStatement }) {
  const { text, elapsedMs, calls, meanMs, calledBy } = statement;
  return (
    <>
      <CardLines
        title={statementTitle(text)}
        value={formatMilliseconds(elapsedMs)}
        about={[`${formatCount(calls)} calls`, `${formatMilliseconds(meanMs)} each`, calledBy?.route]}
      />
      <StatementCell text={text} />
    </>
  );
}
