import { formatMilliseconds } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { memo } from 'react';
import { Dot } from '../../parts/service-mark.tsx';
import type { TimeScale } from './time-scale.ts';
import type { SpanNode } from './trace-tree.ts';
import { rowId } from './use-waterfall.ts';
import classes from './waterfall-row.module.css';

interface WaterfallRowProps {
  node: SpanNode;
  scale: TimeScale;
  colour: number | undefined;
  isFolded: boolean;
  isSelected: boolean;
  /** The one that Tab leads to. */
  isReached: boolean;
  onSelect(spanId: string): void;
  onFold(spanId: string, isFolded: boolean): void;
}

const deepestIndent = 12;

export const WaterfallRow = memo(Row, isSame);

function Row({ node, scale, colour, isFolded, isSelected, isReached, onSelect, onFold }: WaterfallRowProps) {
  const { span, startMs, depth, children } = node;
  const { spanId, durationMs, status } = span;
  const [from, to] = [scale.at(startMs), scale.at(startMs + durationMs)];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the tree around it
    <div
      id={rowId(spanId)}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-expanded={children.length > 0 ? !isFolded : undefined}
      tabIndex={isReached ? 0 : -1}
      className={classes.row}
      onClick={() => onSelect(spanId)}
    >
      <div className={classes.names} style={{ paddingInlineStart: `${Math.min(depth, deepestIndent) * 0.75}rem` }}>
        <Caret node={node} isFolded={isFolded} onFold={onFold} />
        <Dot colour={colour} />
        <SpanName node={node} />
      </div>
      <div className={classes.times} aria-hidden="true">
        <span
          className={classes.bar}
          data-series={colour}
          data-failed={status === 'error'}
          style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${Math.max(0, to - from) * 100}%` }}
        />
      </div>
      <div className={classes.duration}>{formatMilliseconds(durationMs)}</div>
    </div>
  );
}

function SpanName({ node: { span, parent, isOrphan } }: Pick<WaterfallRowProps, 'node'>) {
  // Said where it changes; the colour carries it on.
  const entersService = parent?.span.service !== span.service;
  return (
    <span className={classes.name} title={`${span.name}, ${span.service}`}>
      {span.status === 'error' && (
        <span className={classes.failed}>
          <Icon name="warning" size={14} />
          <span className="visually-hidden">Error: </span>
        </span>
      )}
      {span.name} <span className={entersService ? classes.service : 'visually-hidden'}>{span.service}</span>
      {isOrphan && <span className={classes.note}>parent missing</span>}
      {span.isUntrusted && <span className={classes.note}>browser</span>}
    </span>
  );
}

function Caret({
  node: { span, children },
  isFolded,
  onFold,
}: Pick<WaterfallRowProps, 'node' | 'isFolded' | 'onFold'>) {
  if (children.length === 0) return <span className={classes.caret} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do this
    // biome-ignore lint/a11y/noStaticElementInteractions: the row is what has a role
    <span
      className={classes.caret}
      data-folds
      onClick={(event) => {
        event.stopPropagation();
        onFold(span.spanId, !isFolded);
      }}
    >
      <Icon name={isFolded ? 'right' : 'down'} size={14} />
    </span>
  );
}

/** The calls are made anew with each drawing, and do the same as those before. */
function isSame(one: WaterfallRowProps, other: WaterfallRowProps): boolean {
  const what = ['node', 'scale', 'colour', 'isFolded', 'isSelected', 'isReached'] as const;
  return what.every((name) => one[name] === other[name]);
}
