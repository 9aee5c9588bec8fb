import type { getTrace } from '@octo/contracts/observatory.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { useNow } from '@octo/ui/react/use-now.ts';
import { useMemo } from 'react';
import { assignColours } from '../../parts/service-colours.ts';
import { SpanDetails } from './span-details.tsx';
import { TimeByService } from './time-by-service.tsx';
import classes from './trace-body.module.css';
import { TraceHead } from './trace-head.tsx';
import { TraceLogs } from './trace-logs.tsx';
import { TraceNotes } from './trace-notes.tsx';
import { buildTree } from './trace-tree.ts';
import { isGrowing, useTraceLogs } from './use-trace.ts';
import { useWaterfall } from './use-waterfall.ts';
import { Waterfall } from './waterfall.tsx';

type Trace = AnswerOf<typeof getTrace>;

export function TraceBody({ trace }: { trace: Trace }) {
  const { traceId, spans, spanCount } = trace;
  const roots = useMemo(() => buildTree(spans), [spans]);
  const colours = useMemo(() => assignColours(spans.map(({ service }) => service)), [spans]);
  const now = useNow();
  const view = useWaterfall(roots);
  const logs = useTraceLogs(traceId, spanCount);
  const records = logs.data?.logs ?? [];
  const { node, isChosen } = view.selection;
  return (
    <>
      <TraceHead
        traceId={traceId}
        roots={roots}
        spanCount={spanCount}
        isGrowing={isGrowing(spans, now)}
        onNextError={view.showNextError}
      />
      <TraceNotes trace={trace} roots={roots} />
      <TimeByService roots={roots} colours={colours} />
      <div className={classes.halves}>
        <Waterfall view={view} roots={roots} colours={colours} />
        {node && (
          <aside className={classes.aside} data-chosen={isChosen} aria-label="The chosen span">
            <SpanDetails
              key={node.span.spanId}
              node={node}
              colour={colours.get(node.span.service)}
              logs={records.filter(({ spanId }) => spanId === node.span.spanId)}
              onClose={view.close}
            />
          </aside>
        )}
      </div>
      <TraceLogs query={logs} roots={roots} onShow={view.show} />
    </>
  );
}
