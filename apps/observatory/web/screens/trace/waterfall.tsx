import { Button } from '@mantine/core';
import { formatCount } from '@octo/ui/format.ts';
import { useMemo } from 'react';
import { TimeAxis, TimeGrid } from './time-axis.tsx';
import { timeScale } from './time-scale.ts';
import { type SpanNode, walk } from './trace-tree.ts';
import { walkTree } from './tree-keys.ts';
import type { WaterfallView } from './use-waterfall.ts';
import classes from './waterfall.module.css';
import { WaterfallRow } from './waterfall-row.tsx';

interface WaterfallProps {
  view: WaterfallView;
  roots: readonly SpanNode[];
  colours: ReadonlyMap<string, number>;
}

/** All spans below each other as bars over time. */
export function Waterfall({ view, roots, colours }: WaterfallProps) {
  const scale = useMemo(
    () => timeScale([...walk(roots)].map(({ startMs, span }) => [startMs, startMs + span.durationMs])),
    [roots],
  );
  const { rows, folded, hiddenCount, selection, fold } = view;
  // What is folded away cannot be tabbed to: the first row is.
  const reached = rows.find((row) => row === selection.node) ?? rows[0];
  return (
    <div className={classes.waterfall}>
      <TimeAxis scale={scale} />
      <div className={classes.body}>
        <TimeGrid scale={scale} />
        <div role="tree" aria-label="Spans" onKeyDown={(event) => walkTree(event, view)}>
          {rows.map((node) => (
            <WaterfallRow
              key={node.span.spanId}
              node={node}
              scale={scale}
              colour={colours.get(node.span.service)}
              isFolded={folded.has(node.span.spanId)}
              isSelected={node === selection.node}
              isReached={node === reached}
              onSelect={view.select}
              onFold={fold}
            />
          ))}
        </div>
      </div>
      {hiddenCount > 0 && (
        <Button variant="default" className={classes.more ?? ''} onClick={view.showMore}>
          Show more of the other {formatCount(hiddenCount)} spans
        </Button>
      )}
    </div>
  );
}
