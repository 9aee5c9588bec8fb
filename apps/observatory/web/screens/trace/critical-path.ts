import type { Interval } from './time-scale.ts';
import type { SpanNode } from './trace-tree.ts';

/** A piece of the critical path: what a span did itself, or a time after its end in which what follows had not begun. */
export interface PathPart {
  node: SpanNode;
  fromMs: number;
  toMs: number;
  isWaiting: boolean;
}

interface Ending {
  node: SpanNode;
  endMs: number;
}

interface Frame {
  /** Undefined for what stands above all roots. */
  node: SpanNode | undefined;
  /** What of it is not told yet ends here. */
  untilMs: number;
  /** Of its children, the last first; each is asked once. */
  endings: readonly Ending[];
  next: number;
}

/** Clocks and fractions of nanoseconds differ by so much. */
const toleranceMs = 0.001;

/**
 * What the end of a trace waited for, in the order of time: from the end backwards, each time over the child that was the last to
 * end by then. A child that ran beside it did not hold anything up. `answer` ends with the first span, as its caller saw it; `end`
 * follows the work that went on after that.
 */
export function criticalPath(roots: readonly SpanNode[], until: 'answer' | 'end'): PathPart[] {
  const [first] = roots;
  if (!first) return [];
  const lastEnds = lastEndsOf(roots);
  const whole = Math.max(...roots.map((root) => lastEnds.get(root) ?? endOf(root)));
  const start =
    until === 'answer'
      ? frameOf(first, endOf(first), lastEnds)
      : { node: undefined, untilMs: whole, endings: endingsOf(roots, undefined, lastEnds), next: 0 };
  return tell(start, lastEnds).reverse();
}

function tell(start: Frame, lastEnds: ReadonlyMap<SpanNode, number>): PathPart[] {
  const parts: PathPart[] = [];
  const frames = [start];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const ending = nextEnding(frame);
    if (!ending) {
      tellOwn(parts, frame, frame.node?.startMs ?? frame.untilMs);
      frames.pop();
      continue;
    }
    const endMs = Math.min(ending.endMs, frame.untilMs);
    tellOwn(parts, frame, endMs, ending.node);
    frame.untilMs = ending.node.startMs;
    frames.push(frameOf(ending.node, endMs, lastEnds));
  }
  return parts;
}

/** From here to where the frame stands: its own work, and behind its end the time in which nobody worked. */
function tellOwn(parts: PathPart[], { node, untilMs }: Frame, fromMs: number, before?: SpanNode): void {
  const owner = node ?? before;
  if (!owner || untilMs - fromMs <= toleranceMs) return;
  const ownEndMs = node ? Math.max(fromMs, Math.min(untilMs, endOf(node))) : fromMs;
  if (untilMs - ownEndMs > toleranceMs) parts.push({ node: owner, fromMs: ownEndMs, toMs: untilMs, isWaiting: true });
  if (ownEndMs - fromMs > toleranceMs) parts.push({ node: owner, fromMs, toMs: ownEndMs, isWaiting: false });
}

function nextEnding(frame: Frame): Ending | undefined {
  for (; frame.next < frame.endings.length; ) {
    const ending = frame.endings[frame.next];
    frame.next += 1;
    if (ending && ending.endMs <= frame.untilMs + toleranceMs && ending.node.startMs < frame.untilMs) return ending;
  }
  return undefined;
}

function frameOf(node: SpanNode, untilMs: number, lastEnds: ReadonlyMap<SpanNode, number>): Frame {
  return { node, untilMs, endings: endingsOf(node.children, node, lastEnds), next: 0 };
}

/** A child can be waited for until its own end, or until the end of what it set off. */
function endingsOf(
  nodes: readonly SpanNode[],
  parent: SpanNode | undefined,
  lastEnds: ReadonlyMap<SpanNode, number>,
): Ending[] {
  return nodes
    .flatMap((node): Ending[] => {
      const own = { node, endMs: clippedEnd(node, parent) };
      const lastMs = lastEnds.get(node) ?? own.endMs;
      return lastMs > own.endMs + toleranceMs ? [{ node, endMs: lastMs }, own] : [own];
    })
    .sort((one, other) => other.endMs - one.endMs);
}

/** A caller has its answer: the clock of the other service goes ahead when that seems to end later. */
function clippedEnd(node: SpanNode, parent: SpanNode | undefined): number {
  const isAnswer = node.span.kind === 'server' && parent?.span.kind === 'client';
  return parent && isAnswer ? Math.min(endOf(node), endOf(parent)) : endOf(node);
}

/** When each span, with all that it set off, was over. */
function lastEndsOf(roots: readonly SpanNode[]): Map<SpanNode, number> {
  const ordered = [...roots];
  for (let at = 0; at < ordered.length; at += 1) for (const child of ordered[at]?.children ?? []) ordered.push(child);
  const lastEnds = new Map<SpanNode, number>();
  for (const node of ordered.reverse())
    lastEnds.set(
      node,
      node.children.reduce((latest, child) => Math.max(latest, lastEnds.get(child) ?? 0), endOf(node)),
    );
  return lastEnds;
}

export function endOf({ startMs, span }: SpanNode): number {
  return startMs + span.durationMs;
}

/** Where on its bar each span is on the path. */
export function pathBySpan(parts: readonly PathPart[]): ReadonlyMap<string, readonly Interval[]> {
  const intervals = new Map<string, Interval[]>();
  for (const { node, fromMs, toMs, isWaiting } of parts) {
    if (isWaiting) continue;
    const own = intervals.get(node.span.spanId) ?? [];
    own.push([fromMs, toMs]);
    intervals.set(node.span.spanId, own);
  }
  return intervals;
}
