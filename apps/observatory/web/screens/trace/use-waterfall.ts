import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { above, type SpanNode, walk } from './trace-tree.ts';

export interface WaterfallView {
  /** Those that are not folded away. */
  rows: readonly SpanNode[];
  folded: ReadonlySet<string>;
  selection: Selection;
  select(spanId: string): void;
  /** Chooses it, unfolds what is above it, and brings it into sight. */
  show(spanId: string): void;
  showNextError(): void;
  fold(spanId: string, isFolded: boolean): void;
  /** Nothing is chosen any more. */
  close(): void;
  /** The row that is to be brought into sight, until that is done. */
  wanted: { current: string | undefined };
}

export interface Selection {
  node: SpanNode | undefined;
  /** Somebody chose it; else it is the first error, or the first one. */
  isChosen: boolean;
}

/** What of a trace is drawn, and which span is looked at. That one is in the address. */
export function useWaterfall(roots: readonly SpanNode[]): WaterfallView {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { spanId, select, close } = useChosenSpan();
  const all = useMemo(() => [...walk(roots)], [roots]);
  const rows = useMemo(() => (folded.size === 0 ? all : [...walk(roots, folded)]), [all, roots, folded]);
  const errors = useMemo(() => all.filter(({ span }) => span.status === 'error'), [all]);
  const wanted = useRef(spanId);
  const chosen = useMemo(() => all.find(({ span }) => span.spanId === spanId), [all, spanId]);

  const show = (id: string) => {
    const node = all.find(({ span }) => span.spanId === id);
    if (!node) return;
    const upper = new Set([...above(node)].map(({ span }) => span.spanId));
    setFolded(new Set([...folded].filter((one) => !upper.has(one))));
    wanted.current = id;
    select(id);
  };
  const first = whereItBegan(errors);
  const showNextError = () => {
    const here = chosen ? errors.indexOf(chosen) : -1;
    const next = here < 0 ? first : errors[(here + 1) % errors.length];
    if (next) show(next.span.spanId);
  };
  return {
    rows,
    folded,
    selection: { node: chosen ?? first ?? all[0], isChosen: chosen !== undefined },
    select,
    show,
    showNextError,
    fold: (id, isFolded) => setFolded((current) => changed(current, id, isFolded)),
    close,
    wanted,
  };
}

/** The error that others came from: one below which nothing failed. */
function whereItBegan(errors: readonly SpanNode[]): SpanNode | undefined {
  return errors.find(({ children }) => children.every(({ span }) => span.status !== 'error'));
}

function useChosenSpan() {
  const { values, set } = useListParams(['span']);
  return {
    spanId: values.span,
    select: (spanId: string) => set('span', spanId),
    close: () => set('span', undefined),
  };
}

/** Brings what is wanted into sight, however far below it is: a link that names a span, the next error. */
export function useBroughtIntoSight(
  { wanted, rows, selection }: WaterfallView,
  scrollTo: (index: number) => void,
): void {
  const isFirstLook = useRef(true);
  useEffect(() => {
    const { node, isChosen } = selection;
    if (!isFirstLook.current) return;
    isFirstLook.current = false;
    if (isChosen || node?.span.status !== 'error') return;
    // Nobody asked for it: the focus stays where it is.
    const row = document.getElementById(rowId(node.span.spanId));
    if (row) row.scrollIntoView({ block: 'nearest' });
    else scrollTo(rows.indexOf(node));
  });
  useEffect(() => {
    const { current: id } = wanted;
    if (id === undefined) return;
    const row = document.getElementById(rowId(id));
    const index = rows.findIndex(({ span }) => span.spanId === id);
    if (index < 0) return;
    // Drawn as soon as it is scrolled to; then this comes again.
    if (!row) return scrollTo(index);
    wanted.current = undefined;
    row.scrollIntoView({ block: 'center', behavior: 'instant' });
    row.focus({ preventScroll: true });
  });
}

/** The row of a span, for who moves the focus. */
export function rowId(spanId: string): string {
  return `span-${spanId}`;
}

function changed(folded: ReadonlySet<string>, spanId: string, isFolded: boolean): ReadonlySet<string> {
  const next = new Set(folded);
  if (isFolded) next.add(spanId);
  else next.delete(spanId);
  return next;
}
