import { vitalNames } from '@octo/contracts/browser-telemetry.ts';
import type { PageSummary } from '@octo/contracts/observatory-browser.ts';
import { formatCount } from '@octo/ui/format.ts';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Link } from 'react-router';
import { rumErrorsPath, rumPath } from '../../paths.ts';
import { VitalValue } from './vital-value.tsx';

/** A page and release; every count leads to what it is made of. */
export function pageColumns(minutes: number): Column<PageSummary>[] {
  return [
    {
      key: 'page',
      title: 'Page',
      cell: ({ app, page }) => (
        <Link to={rumPath({ minutes, app, page })} className="mono">
          {page}
        </Link>
      ),
    },
    { key: 'app', title: 'Application', cell: ({ app }) => app, leaveOut: 1 },
    {
      key: 'release',
      title: 'Release',
      cell: ({ release }) => (release ? <span className="mono">{release}</span> : <span className="muted">–</span>),
      leaveOut: 1,
      isShort: true,
    },
    {
      key: 'views',
      title: 'Views',
      align: 'end',
      cell: ({ app, page, views }) => <Link to={rumPath({ minutes, app, page })}>{formatCount(views)}</Link>,
    },
    {
      key: 'errors',
      title: 'Errors',
      align: 'end',
      cell: ({ app, page, errors }) =>
        errors === 0 ? (
          <span className="muted">0</span>
        ) : (
          <Link to={rumErrorsPath({ minutes, app, page })} className="badge badge-bad">
            {formatCount(errors)}
          </Link>
        ),
    },
    ...vitalNames.map(
      (name): Column<PageSummary> => ({
        key: name,
        title: name,
        align: 'end',
        cell: ({ vitals }) => <VitalValue vital={vitals.find((vital) => vital.name === name)} />,
        ...(name === 'TTFB' || name === 'CLS' ? { leaveOut: 2 as const } : {}),
      }),
    ),
  ];
}
