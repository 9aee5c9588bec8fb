import { formatMilliseconds } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { memo } from 'react';
import { Dot } from '../../parts/service-mark.tsx';
import type { OutboxHop } from './outbox-hops.ts';
import type { Interval, TimeScale } from './time-scale.ts';
import type { LogTick } from './trace-marks.ts';
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
  path: readonly Interval[] | undefined;
  hop: OutboxHop | undefined;
  logs: readonly LogTick[] | undefined;
  onSelect(spanId: string): void;
  onFold(spanId: string, isFolded: boolean): void;
}

const deepestIndent = 12;

export const WaterfallRow = memo(Row, isSame);

function Row({ node, scale, colour, isFolded, isSelected, isReached, onSelect, onFold, ...marks }: WaterfallRowProps) {
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
        <SpanName node={node} hop={marks.hop} />
      </div>
      <div className={classes.times} aria-hidden="true">
        {marks.hop && <Stretch scale={scale} interval={[marks.hop.fromMs, startMs]} className={classes.hop} />}
        <span
          className={classes.bar}
          data-series={colour}
          data-failed={status === 'error'}
          style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${Math.max(0, to - from) * 100}%` }}
        />
        {marks.path?.map((interval) => (
          <Stretch key={interval[0]} scale={scale} interval={interval} className={classes.path} />
        ))}
        {marks.logs?.map(({ atMs, tone }) => (
          <span
            key={atMs}
            className={classes.log}
            data-tone={tone}
            style={{ insetInlineStart: `${scale.at(atMs) * 100}%` }}
          />
        ))}
      </div>
      <div className={classes.duration}>{formatMilliseconds(durationMs)}</div>
    </div>
  );
}

interface StretchProps {
  scale: TimeScale;
  interval: Interval;
  className: string | undefined;
}

function Stretch({ scale, interval: [fromMs, toMs], className }: StretchProps) {
  const [from, to] = [scale.at(fromMs), scale.at(toMs)];
  return (
    <span
      className={className}
      style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${Math.max(0, to - from) * 100}%` }}
    />
  );
}

function SpanName({ node: { span, parent, isOrphan }, hop }: Pick<WaterfallRowProps, 'node' | 'hop'>) {
  // Said where it changes, the colour carries it on; of a browser always: anybody could have made it up.
  const isServiceSaid = parent?.span.service !== span.service || span.isUntrusted;
  return (
    <>
      <span className={classes.name} title={`${span.name}, ${span.service}`}>
        {span.status === 'error' && (
          <span className={classes.failed}>
            <Icon name="warning" size={14} />
            <span className="visually-hidden">Error: </span>
          </span>
        )}
        {span.name} <span className={isServiceSaid ? classes.service : 'visually-hidden'}>{span.service}</span>
      </span>
      {hop && (
        <span className={classes.note} title={hopWords(hop)}>
          outbox {formatMilliseconds(hop.waitedMs)}
        </span>
      )}
      {isOrphan && <span className={classes.note}>parent missing</span>}
    </>
  );
}

/** “waited 0.4 s in the outbox” */
export function hopWords({ waitedMs, attempt }: OutboxHop): string {
  const waited = formatMilliseconds(waitedMs);
  return attempt === 1 ? `waited ${waited} in the outbox` : `attempt ${attempt}, ${waited} after the one before`;
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
  const what = ['node', 'scale', 'colour', 'isFolded', 'isSelected', 'isReached', 'path', 'hop', 'logs'] as const;
  return what.every((name) => one[name] === other[name]);
}
