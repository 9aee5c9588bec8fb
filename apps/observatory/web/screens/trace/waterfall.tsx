import { useMemo, useRef } from 'react';
import { TimeAxis, TimeGrid } from './time-axis.tsx';
import { timeScale } from './time-scale.ts';
import type { TraceMarks } from './trace-marks.ts';
import { type SpanNode, walk } from './trace-tree.ts';
import { walkTree } from './tree-keys.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import { useBroughtIntoSight, type WaterfallView } from './use-waterfall.ts';
import classes from './waterfall.module.css';
import { WaterfallRow } from './waterfall-row.tsx';

interface WaterfallProps {
  view: WaterfallView;
  roots: readonly SpanNode[];
  colours: ReadonlyMap<string, number>;
  marks: TraceMarks;
}

/** All spans below each other as bars over time. Of many, those in sight are drawn. */
export function Waterfall({ view, roots, colours, marks }: WaterfallProps) {
  const scale = useMemo(
    () => timeScale([...walk(roots)].map(({ startMs, span }) => [startMs, startMs + span.durationMs])),
    [roots],
  );
  const { rows, folded, selection, fold } = view;
  const tree = useRef<HTMLDivElement>(null);
  const { from, to, rowPx, scrollTo } = useRowsInSight(tree, rows.length);
  useBroughtIntoSight(view, scrollTo);
  const drawn = rows.slice(from, to);
  // What is folded away cannot be tabbed to: the first row is.
  const reached = drawn.find((row) => row === selection.node) ?? drawn[0];
  return (
    <div className={classes.waterfall}>
      <TimeAxis scale={scale} />
      <div className={classes.body}>
        <TimeGrid scale={scale} />
        <div
          ref={tree}
          role="tree"
          aria-label="Spans"
          onKeyDown={(event) => walkTree(event, view)}
          style={{ paddingBlock: `${from * rowPx}px ${(rows.length - to) * rowPx}px` }}
        >
          {drawn.map((node) => (
            <WaterfallRow
              key={node.span.spanId}
              node={node}
              scale={scale}
              colour={colours.get(node.span.service)}
              isFolded={folded.has(node.span.spanId)}
              isSelected={node === selection.node}
              isReached={node === reached}
              path={marks.path.get(node.span.spanId)}
              hop={marks.hops.get(node.span.spanId)}
              logs={marks.logs.get(node.span.spanId)}
              onSelect={view.select}
              onFold={fold}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
