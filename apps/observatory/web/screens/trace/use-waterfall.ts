import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { above, type SpanNode, walk } from './trace-tree.ts';

const step = 400;

export interface WaterfallView {
  /** Those that are drawn. */
  rows: readonly SpanNode[];
  /** How many more there would be. */
  hiddenCount: number;
  folded: ReadonlySet<string>;
  selection: Selection;
  select(spanId: string): void;
  /** Chooses it, unfolds what is above it, and brings it into sight. */
  show(spanId: string): void;
  showNextError(): void;
  showMore(): void;
  fold(spanId: string, isFolded: boolean): void;
  /** Nothing is chosen any more. */
  close(): void;
}

export interface Selection {
  node: SpanNode | undefined;
  /** Somebody chose it; else it is the first one. */
  isChosen: boolean;
}

/** What of a trace is drawn, and which span is looked at. That one is in the address. */
export function useWaterfall(roots: readonly SpanNode[]): WaterfallView {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(step);
  const { spanId, select, close } = useChosenSpan();
  const wanted = useRef(spanId);
  const all = [...walk(roots)];
  const visible = folded.size === 0 ? all : [...walk(roots, folded)];
  const chosen = all.find(({ span }) => span.spanId === spanId);

  const show = (id: string) => {
    const node = all.find(({ span }) => span.spanId === id);
    if (!node) return;
    const upper = new Set([...above(node)].map(({ span }) => span.spanId));
    setFolded(new Set([...folded].filter((one) => !upper.has(one))));
    setLimit(Math.max(limit, roundUp(all.indexOf(node) + 1)));
    wanted.current = id;
    select(id);
  };
  const showNextError = () => {
    const errors = all.filter(({ span }) => span.status === 'error');
    const here = chosen ? errors.indexOf(chosen) : -1;
    const next = errors[(here + 1) % errors.length];
    if (next) show(next.span.spanId);
  };
  // A link that names a span leads to it, however far below it is.
  useBroughtIntoSight(wanted, { isKnown: chosen !== undefined, show });
  return {
    rows: visible.slice(0, limit),
    hiddenCount: Math.max(0, visible.length - limit),
    folded,
    selection: { node: chosen ?? all[0], isChosen: chosen !== undefined },
    select,
    show,
    showNextError,
    showMore: () => setLimit(limit + step),
    fold: (id, isFolded) => setFolded((current) => changed(current, id, isFolded)),
    close,
  };
}

function useChosenSpan() {
  const [params, setParams] = useSearchParams();
  const set = (spanId: string | undefined) =>
    setParams(spanId === undefined ? {} : { span: spanId }, { replace: true, preventScrollReset: true });
  return { spanId: params.get('span') ?? undefined, select: set, close: () => set(undefined) };
}

interface Sight {
  isKnown: boolean;
  show(spanId: string): void;
}

function useBroughtIntoSight(wanted: { current: string | undefined }, { isKnown, show }: Sight): void {
  useEffect(() => {
    const { current: id } = wanted;
    if (id === undefined || !isKnown) return;
    const row = document.getElementById(rowId(id));
    if (!row) return show(id);
    wanted.current = undefined;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  });
}

/** The row of a span, for who moves the focus. */
export function rowId(spanId: string): string {
  return `span-${spanId}`;
}

function roundUp(count: number): number {
  return Math.ceil(count / step) * step;
}

function changed(folded: ReadonlySet<string>, spanId: string, isFolded: boolean): ReadonlySet<string> {
  const next = new Set(folded);
  if (isFolded) next.add(spanId);
  else next.delete(spanId);
  return next;
}
