import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import { isoOf } from '../../parts/nano.ts';

/** A trace on a phone. */
export function TraceCard({ trace }: { trace: TraceSummary }) {
  const { name, durationMs, errorCount, services, spanCount, startTimeUnixNano } = trace;
  return (
    <CardLines
      title={name}
      value={formatMilliseconds(durationMs)}
      about={[
        <Instant key="at" at={isoOf(startTimeUnixNano)} />,
        formatQuantity(services.length, 'service'),
        formatQuantity(spanCount, 'span'),
      ]}
      badge={errorCount > 0 && <span className="badge badge-bad">{formatQuantity(errorCount, 'error')}</span>}
    />
  );
}
