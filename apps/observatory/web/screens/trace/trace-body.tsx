import { useNow } from '@octo/ui/react/use-now.ts';
import { useMemo } from 'react';
import { assignColours } from '../../parts/service-colours.ts';
import { criticalPath, pathBySpan } from './critical-path.ts';
import { MedianComparison } from './median-comparison.tsx';
import { outboxHops } from './outbox-hops.ts';
import { SecurityEvents } from './security-events.tsx';
import { SpanDetails } from './span-details.tsx';
import { TimeByService } from './time-by-service.tsx';
import { TimeSpent } from './time-spent.tsx';
import classes from './trace-body.module.css';
import { TraceHead } from './trace-head.tsx';
import { TraceLogs } from './trace-logs.tsx';
import { logTicks } from './trace-marks.ts';
import { TraceNotes } from './trace-notes.tsx';
import { buildTree } from './trace-tree.ts';
import { isGrowing, type LoadedTrace, useTraceLogs } from './use-trace.ts';
import { useTraceView } from './use-trace-view.ts';
import { useWaterfall } from './use-waterfall.ts';
import { Waterfall } from './waterfall.tsx';

const noLogs: readonly never[] = [];

export function TraceBody({ trace }: { trace: LoadedTrace }) {
  const { traceId, spans, spanCount } = trace;
  const roots = useMemo(() => buildTree(spans), [spans]);
  const colours = useMemo(() => assignColours(spans.map(({ service }) => service)), [spans]);
  const now = useNow();
  const view = useWaterfall(roots);
  const { pathMode, setPathMode, isCompared, setCompared } = useTraceView();
  const logs = useTraceLogs(traceId, spanCount);
  const records = logs.data?.logs ?? noLogs;
  const parts = useMemo(() => (pathMode === 'off' ? [] : criticalPath(roots, pathMode)), [roots, pathMode]);
  const path = useMemo(() => pathBySpan(parts), [parts]);
  const hops = useMemo(() => outboxHops(roots), [roots]);
  const ticks = useMemo(() => logTicks(records, roots), [records, roots]);
  const { node, isChosen } = view.selection;
  return (
    <>
      <TraceHead
        trace={trace}
        logs={records}
        roots={roots}
        isGrowing={isGrowing(spans, now)}
        onNextError={view.showNextError}
      />
      <TraceNotes trace={trace} roots={roots} />
      <TimeByService roots={roots} colours={colours} />
      <TimeSpent parts={parts} roots={roots} mode={pathMode} onMode={setPathMode} onShow={view.show} />
      <SecurityEvents logs={records} onShow={view.show} />
      <div className={classes.halves}>
        <Waterfall view={view} roots={roots} colours={colours} marks={{ path, hops, logs: ticks }} />
        {node && (
          <aside className={classes.aside} data-chosen={isChosen} aria-label="The chosen span">
            <SpanDetails
              key={node.span.spanId}
              node={node}
              colour={colours.get(node.span.service)}
              hop={hops.get(node.span.spanId)}
              logs={records.filter(({ spanId }) => spanId === node.span.spanId)}
              onClose={view.close}
            />
          </aside>
        )}
      </div>
      <TraceLogs query={logs} roots={roots} onShow={view.show} />
      <MedianComparison traceId={traceId} roots={roots} isOpen={isCompared} onOpen={setCompared} />
    </>
  );
}
