import { useState } from 'react';
import { layOver } from './steady-rows.ts';

/** What has changed in a list since it was laid out. */
export interface ListNews {
  hasMoved: boolean;
  newCount: number;
  /** Lays the list out as it is now. */
  show(): void;
}

interface SteadyRowsOptions<Row> {
  /** What the rows answer; another question is answered at once. */
  question: string;
  /** Whether they still answer the question before. */
  isStale: boolean;
  /** Whether they are from before the page was opened: those that come next take their place. */
  isFirstLook: boolean;
  /** Without, rows are laid out as they come. */
  rowKey: ((row: Row) => string | number) | undefined;
}

interface Layout<Row> {
  question: string;
  isFirstLook: boolean;
  /** As they came last. */
  fresh: readonly Row[];
  rows: readonly Row[];
  newCount: number;
  hasMoved: boolean;
}

/** The rows of a list that is asked again and again, without any of them moving away under the pointer. */
export function useSteadyRows<Row>(
  fresh: readonly Row[] | undefined,
  { question, isStale, rowKey, ...options }: SteadyRowsOptions<Row>,
): { rows: readonly Row[] | undefined; news: ListNews } {
  const [layout, setLayout] = useState<Layout<Row>>();
  const isFirstLook = options.isFirstLook && (layout?.question !== question || layout.isFirstLook);
  const isLaidOut = layout?.fresh === fresh && layout?.question === question && layout.isFirstLook === isFirstLook;
  let current = layout;
  if (fresh !== undefined && !isStale && !isLaidOut) {
    const keepsPlaces = rowKey !== undefined && layout?.question === question && !layout.isFirstLook;
    const laidOut = keepsPlaces ? layOver(layout.rows, fresh, rowKey) : asTheyAre(fresh);
    current = { question, isFirstLook, fresh, ...laidOut };
    setLayout(current);
  }
  return {
    rows: fresh && current?.rows,
    news: {
      hasMoved: current?.hasMoved ?? false,
      newCount: current?.newCount ?? 0,
      show: () => fresh && setLayout({ question, isFirstLook, fresh, ...asTheyAre(fresh) }),
    },
  };
}

function asTheyAre<Row>(rows: readonly Row[]) {
  return { rows, newCount: 0, hasMoved: false };
}
