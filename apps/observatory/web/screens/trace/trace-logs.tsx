import type { LogRecord, listLogs } from '@octo/contracts/observatory-logs.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import { LogLine } from '../../parts/log-line.tsx';
import { msBetween } from '../../parts/nano.ts';
import classes from './trace-logs.module.css';
import { type SpanNode, walk } from './trace-tree.ts';

interface TraceLogsProps {
  query: UseQueryResult<AnswerOf<typeof listLogs>>;
  roots: readonly SpanNode[];
  /** Shows the span that a line was written in. */
  onShow(spanId: string): void;
}

/** What was logged in the trace, in the order of time; each line leads to its span. */
export function TraceLogs({ query, roots, onShow }: TraceLogsProps) {
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Logs" lines={3} />}>
      {({ logs, next }) => (
        <Section title="Logs" aside={logs.length > 0 && formatQuantity(logs.length, 'line')}>
          {logs.length === 0 ? (
            <p className="muted">Nothing was logged in this trace.</p>
          ) : (
            <LogLines logs={logs} roots={roots} onShow={onShow} />
          )}
          {next !== null && <p className="muted">There are more lines than these.</p>}
        </Section>
      )}
    </Answer>
  );
}

function LogLines({ logs, roots, onShow }: Omit<TraceLogsProps, 'query'> & { logs: readonly LogRecord[] }) {
  const spans = new Map([...walk(roots)].map(({ span }) => [span.spanId, span]));
  const start = roots[0]?.span.startTimeUnixNano;
  return (
    <ol className={classes.lines}>
      {logs.map((log) => {
        const span = spans.get(log.spanId ?? '');
        return (
          <LogLine
            key={log.id}
            log={log}
            time={start !== undefined && since(start, log.timeUnixNano)}
            {...(span && {
              aside: (
                <button type="button" className={classes.span} onClick={() => onShow(span.spanId)}>
                  {span.name}
                </button>
              ),
            })}
          />
        );
      })}
    </ol>
  );
}

function since(startNano: string, timeNano: string): string {
  const ms = msBetween(startNano, timeNano);
  return ms < 0 ? `−${formatMilliseconds(-ms)}` : `+${formatMilliseconds(ms)}`;
}
