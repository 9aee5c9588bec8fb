import { CloseButton } from '@mantine/core';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { AttributeTable } from '../../parts/attribute-table.tsx';
import { ServiceMark } from '../../parts/service-mark.tsx';
import { spanStatuses } from '../../parts/span-statuses.ts';
import type { OutboxHop } from './outbox-hops.ts';
import { selfMs } from './service-times.ts';
import classes from './span-details.module.css';
import { SpanEvents, SpanLinks, SpanLogs } from './span-happenings.tsx';
import { SqlFacts } from './sql-facts.tsx';
import type { SpanNode } from './trace-tree.ts';
import { hopWords } from './waterfall-row.tsx';

interface SpanDetailsProps {
  node: SpanNode;
  colour: number | undefined;
  /** Those that were written in it. */
  logs: readonly LogRecord[];
  /** How it came through the outbox. */
  hop: OutboxHop | undefined;
  onClose(): void;
}

/** All that is known of one span, what matters first. */
export function SpanDetails({ node, colour, logs, hop, onClose }: SpanDetailsProps) {
  const { span } = node;
  return (
    <>
      <div className={classes.head}>
        <h2>{span.name}</h2>
        <CloseButton className={classes.close ?? ''} aria-label="Close" onClick={onClose} />
      </div>
      <SpanFacts node={node} colour={colour} hop={hop} />
      <SqlFacts attributes={span.attributes} />
      <SpanEvents span={span} />
      <SpanLogs span={span} logs={logs} />
      <h3>Attributes</h3>
      {/* A search looks at what services said. */}
      <AttributeTable attributes={withoutSql(span)} isSearchable={!span.isUntrusted} />
      <SpanLinks span={span} />
      <details className={classes.resource}>
        <summary>Where it ran</summary>
        <AttributeTable attributes={span.resource} />
      </details>
    </>
  );
}

function SpanFacts({ node, colour, hop }: Pick<SpanDetailsProps, 'node' | 'colour' | 'hop'>) {
  const { span, startMs, isOrphan } = node;
  const { durationMs, kind, service, spanId, status, statusMessage, isUntrusted } = span;
  return (
    <Facts
      facts={[
        ['Service', <ServiceMark key="service" service={service} colour={colour} />],
        ['Status', status === 'unset' ? null : <StatusBadge key="status" {...spanStatuses[status]} />],
        ['Reason', statusMessage],
        ['Duration', formatMilliseconds(durationMs)],
        ['By itself', node.children.length === 0 ? null : formatMilliseconds(selfMs(node))],
        ['Started', startMs === 0 ? 'First of all' : `After ${formatMilliseconds(startMs)}`],
        ['On its way', hop && `Message ${hopWords(hop)}`],
        ['Kind', kind],
        ['Span', <ShortId key="id" id={spanId} label="span id" length={16} />],
        ['Parent', isOrphan ? `${span.parentSpanId}, which did not arrive` : null],
        ['Trust', isUntrusted ? 'From a browser: anybody could have made it up' : null],
      ]}
    />
  );
}

/** The statement stands above, in lines. */
function withoutSql({ attributes }: TraceSpan) {
  const { [attributeNames.statement]: _, ...others } = attributes;
  return others;
}
