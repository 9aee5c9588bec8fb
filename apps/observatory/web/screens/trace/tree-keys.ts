import type { KeyboardEvent } from 'react';
import type { SpanNode } from './trace-tree.ts';
import { rowId, type WaterfallView } from './use-waterfall.ts';

/** The keys of a tree: up and down through the rows, right and left into and out of them. */
export function walkTree(event: KeyboardEvent, view: WaterfallView): void {
  const act = actions[event.key];
  // The focus is ahead of what is chosen while a key is held down.
  const current = view.rows.find(({ span }) => rowId(span.spanId) === document.activeElement?.id);
  if (event.ctrlKey || event.metaKey || event.altKey || !act || !current) return;
  event.preventDefault();
  const target = act(view, current);
  if (!target) return;
  const { spanId } = target.span;
  const row = document.getElementById(rowId(spanId));
  if (row) row.focus();
  else view.wanted.current = spanId;
  view.select(spanId);
}

type Act = (view: WaterfallView, current: SpanNode) => SpanNode | undefined;

const actions: Readonly<Record<string, Act>> = {
  ArrowDown: ({ rows }, current) => rows[rows.indexOf(current) + 1],
  ArrowUp: ({ rows }, current) => rows[rows.indexOf(current) - 1],
  Home: ({ rows }) => rows[0],
  End: ({ rows }) => rows.at(-1),
  Enter: (_, current) => current,
  ' ': (_, current) => current,
  Escape({ close }) {
    close();
    return undefined;
  },
  ArrowRight: ({ folded, fold }, { span, children }) => {
    if (!folded.has(span.spanId)) return children[0];
    fold(span.spanId, false);
    return undefined;
  },
  ArrowLeft: ({ folded, fold }, { span, children, parent }) => {
    if (children.length === 0 || folded.has(span.spanId)) return parent;
    fold(span.spanId, true);
    return undefined;
  },
};
