import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Link } from 'react-router';
import { isoOf } from '../../parts/nano.ts';
import { rumPath, tracePath } from '../../paths.ts';
import classes from './error-columns.module.css';

/** Where it was thrown. */
export function placeOf({ file, line, column }: BrowserError): string {
  return file === '' ? 'nowhere that is known' : `${file}:${line}:${column}`;
}

export function errorColumns(minutes: number): Column<BrowserError>[] {
  return [
    {
      key: 'error',
      title: 'Error',
      cell: (error) => (
        <span className={classes.error}>
          <strong>
            {error.type}: {error.message}
          </strong>
          <span className={classes.place}>{placeOf(error)}</span>
        </span>
      ),
    },
    { key: 'app', title: 'Application', cell: ({ app }) => app, leaveOut: 2 },
    { key: 'release', title: 'Release', cell: ({ release }) => release || '–', leaveOut: 1, isShort: true },
    { key: 'times', title: 'Times', align: 'end', cell: ({ times }) => formatCount(times) },
    {
      key: 'sessions',
      title: 'Visits',
      align: 'end',
      cell: ({ errorId, sessions }) => (
        <Link to={rumPath({ minutes, error: errorId })}>
          {formatCount(sessions)}
          <span className="visually-hidden"> visits that met it</span>
        </Link>
      ),
    },
    {
      key: 'last',
      title: 'Last',
      cell: ({ lastTimeUnixNano }) => <Instant at={isoOf(lastTimeUnixNano)} />,
      isShort: true,
    },
    {
      key: 'trace',
      title: 'Trace',
      cell: ({ lastTraceId }) =>
        lastTraceId === null ? (
          <span className="muted">–</span>
        ) : (
          <Link to={tracePath(lastTraceId)}>
            Open<span className="visually-hidden"> the trace in which it was last</span>
          </Link>
        ),
      leaveOut: 1,
      isShort: true,
    },
  ];
}
