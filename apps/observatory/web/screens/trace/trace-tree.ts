import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { msBetween } from '../../parts/nano.ts';

export interface SpanNode {
  span: TraceSpan;
  /** Milliseconds from the first start of the trace. */
  startMs: number;
  depth: number;
  parent: SpanNode | undefined;
  /** By their start. */
  children: SpanNode[];
  /** It names a parent that is not here. */
  isOrphan: boolean;
}

/** All spans as trees, by their start. Nothing is left out: whose parent is missing, or its own descendant, stands at the top. */
export function buildTree(spans: readonly TraceSpan[]): SpanNode[] {
  const nodes = firstOfEach(spans);
  const parentOf = (node: SpanNode) => nodes.get(node.span.parentSpanId ?? '');
  const ringed = inRings(nodes.values(), parentOf);
  const roots: SpanNode[] = [];
  for (const node of nodes.values()) {
    const parent = parentOf(node);
    if (parent && !ringed.has(node)) {
      node.parent = parent;
      parent.children.push(node);
    } else {
      node.isOrphan = node.span.parentSpanId !== null;
      roots.push(node);
    }
  }
  const ordered = roots.sort(byStart);
  for (const node of walk(ordered)) {
    node.depth = node.parent ? node.parent.depth + 1 : 0;
    node.children.sort(byStart);
  }
  return ordered;
}

/** Every node of the trees in the order that they are read, without the descendants of those that are folded. */
export function* walk(roots: readonly SpanNode[], folded: ReadonlySet<string> = new Set()): Generator<SpanNode> {
  const waiting = roots.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (!folded.has(node.span.spanId)) waiting.push(...node.children.toReversed());
  }
}

/** The nodes above one, nearest first. */
export function* above(node: SpanNode): Generator<SpanNode> {
  for (let { parent } = node; parent; { parent } = parent) yield parent;
}

function firstOfEach(spans: readonly TraceSpan[]): Map<string, SpanNode> {
  const [first, ...others] = spans;
  const nodes = new Map<string, SpanNode>();
  if (!first) return nodes;
  const startNano = others.reduce(
    (least, { startTimeUnixNano }) => (msBetween(least, startTimeUnixNano) < 0 ? startTimeUnixNano : least),
    first.startTimeUnixNano,
  );
  for (const span of spans) {
    if (nodes.has(span.spanId)) continue;
    const startMs = msBetween(startNano, span.startTimeUnixNano);
    nodes.set(span.spanId, { span, startMs, depth: 0, parent: undefined, children: [], isOrphan: false });
  }
  return nodes;
}

/** One of each ring of spans that name each other as parents: they would be in no tree. Each way upwards is gone once. */
function inRings(nodes: Iterable<SpanNode>, parentOf: (node: SpanNode) => SpanNode | undefined): Set<SpanNode> {
  const seen = new Set<SpanNode>();
  const cut = new Set<SpanNode>();
  for (const start of nodes) {
    const way = new Set<SpanNode>();
    let node: SpanNode | undefined = start;
    for (; node && !seen.has(node); node = parentOf(node)) {
      seen.add(node);
      way.add(node);
    }
    if (node && way.has(node)) cut.add(node);
  }
  return cut;
}

function byStart(one: SpanNode, other: SpanNode): number {
  return one.startMs - other.startMs;
}
