import { Button } from '@mantine/core';
import { formatLocalInstant, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { isoOf } from '../../parts/nano.ts';
import classes from './trace-head.module.css';
import { backToTraces } from './trace-states.tsx';
import { type SpanNode, walk } from './trace-tree.ts';

interface TraceHeadProps {
  traceId: string;
  roots: readonly SpanNode[];
  spanCount: number;
  isGrowing: boolean;
  onNextError(): void;
}

/** What it is, when, how long, and how bad. */
export function TraceHead({ traceId, roots, spanCount, isGrowing, onNextError }: TraceHeadProps) {
  const nodes = [...walk(roots)];
  const errors = nodes.filter(({ span }) => span.status === 'error').length;
  const totalMs = Math.max(0, ...nodes.map(({ startMs, span }) => startMs + span.durationMs));
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
        errors > 0 && (
          <Button variant="light" color="bad" leftSection={<Icon name="warning" size={16} />} onClick={onNextError}>
            {errors === 1 ? 'Show the error' : `Show the ${errors} errors`}
          </Button>
        )
      }
    />
  );
}
