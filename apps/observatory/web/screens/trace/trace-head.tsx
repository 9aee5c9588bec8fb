import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { formatLocalInstant, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { isoOf } from '../../parts/nano.ts';
import { CopyTrace } from './copy-trace.tsx';
import { endOf } from './critical-path.ts';
import classes from './trace-head.module.css';
import { backToTraces } from './trace-states.tsx';
import { type SpanNode, walk } from './trace-tree.ts';
import type { LoadedTrace } from './use-trace.ts';

interface TraceHeadProps {
  trace: LoadedTrace;
  logs: readonly LogRecord[];
  roots: readonly SpanNode[];
  isGrowing: boolean;
  onNextError(): void;
}

/** What it is, when, how long, and how bad. */
export function TraceHead({ trace, logs, roots, isGrowing, onNextError }: TraceHeadProps) {
  const { traceId, spanCount } = trace;
  useHotkeys([['e', onNextError]]);
  const nodes = [...walk(roots)];
  const errors = nodes.filter(({ span }) => span.status === 'error').length;
  const totalMs = nodes.reduce((latest, node) => Math.max(latest, endOf(node)), 0);
  const [first] = roots;
  return (
    <PageHeader
      title={first?.span.name ?? 'Trace'}
      back={backToTraces}
      badge={<span className={classes.duration}>{formatMilliseconds(totalMs)}</span>}
      description={
        <span className={classes.about}>
          {first && <span>{formatLocalInstant(isoOf(first.span.startTimeUnixNano))}</span>}
          <span role="status">
            {formatQuantity(spanCount, 'span')}
            {isGrowing && ', more may still arrive'}
          </span>
          <span>
            Trace <ShortId id={traceId} label="trace id" length={12} />
          </span>
        </span>
      }
      actions={
        <>
          <CopyTrace trace={trace} logs={logs} />
          {errors > 0 && (
            <Button
              variant="light"
              color="bad"
              leftSection={<Icon name="warning" size={16} />}
              aria-keyshortcuts="e"
              onClick={onNextError}
            >
              {errors === 1 ? 'Show the error' : `Show the ${errors} errors`}
            </Button>
          )}
        </>
      }
    />
  );
}
