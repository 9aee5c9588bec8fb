import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import { isoOf } from '../../parts/nano.ts';
import { placeOf } from './error-columns.tsx';

/** An error on a phone. */
export function ErrorCard({ error }: { error: BrowserError }) {
  const { app, type, message, times, sessions, lastTimeUnixNano } = error;
  return (
    <CardLines
      title={`${type}: ${message}`}
      value={`${times} ×`}
      about={[
        app,
        <Instant key="at" at={isoOf(lastTimeUnixNano)} />,
        <span key="place" className="mono">
          {placeOf(error)}
        </span>,
        formatQuantity(sessions, 'visit'),
      ]}
    />
  );
}
