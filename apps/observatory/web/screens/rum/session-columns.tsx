import type { BrowserSession } from '@octo/contracts/observatory-browser.ts';
import { formatCount, formatDuration, formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { isoOf, msBetween } from '../../parts/nano.ts';

export const deviceWords = { phone: 'Touch screen', desk: 'Mouse or trackpad' } as const;

export function lengthOf({ startTimeUnixNano, lastTimeUnixNano }: BrowserSession): string {
  return formatDuration(Math.max(1, Math.round(msBetween(startTimeUnixNano, lastTimeUnixNano) / 1000)));
}

export const sessionColumns: readonly Column<BrowserSession>[] = [
  { key: 'page', title: 'Began with', cell: ({ firstPage }) => <span className="mono">{firstPage}</span> },
  { key: 'app', title: 'Application', cell: ({ app }) => app, leaveOut: 2 },
  { key: 'device', title: 'With', cell: ({ device }) => deviceWords[device], leaveOut: 1 },
  { key: 'views', title: 'Views', align: 'end', cell: ({ views }) => formatCount(views) },
  {
    key: 'interactions',
    title: 'Clicks',
    align: 'end',
    cell: ({ interactions }) => formatCount(interactions),
    leaveOut: 2,
  },
  {
    key: 'errors',
    title: 'Errors',
    align: 'end',
    cell: ({ errors }) =>
      errors === 0 ? <span className="muted">0</span> : <span className="badge badge-bad">{formatCount(errors)}</span>,
  },
  { key: 'length', title: 'Lasted', align: 'end', cell: lengthOf, isShort: true, leaveOut: 1 },
  {
    key: 'last',
    title: 'Last seen',
    cell: ({ lastTimeUnixNano }) => <Instant at={isoOf(lastTimeUnixNano)} />,
    isShort: true,
  },
];

/** A visit on a phone. */
export function SessionCard({ session }: { session: BrowserSession }) {
  const { firstPage, app, views, errors, lastTimeUnixNano } = session;
  return (
    <CardLines
      title={firstPage}
      value={formatQuantity(views, 'view')}
      about={[app, lengthOf(session), <Instant key="at" at={isoOf(lastTimeUnixNano)} />]}
      badge={errors > 0 && <span className="badge badge-bad">{formatQuantity(errors, 'error')}</span>}
    />
  );
}
