import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface RowsInSight {
  /** The rows from here, up to there, are drawn. */
  from: number;
  to: number;
  rowPx: number;
  scrollTo(index: number): void;
}

/** So few are all drawn: then the browser's own search finds them. */
const fewRows = 400;
const step = 50;
/** Until one is drawn, as the stylesheet of a row has them. */
const rowPxWhere = { wide: 32, narrow: 56 };

/** Which of many rows of one height the window shows, with some above and below: the others are not drawn. */
export function useRowsInSight(ref: RefObject<HTMLElement | null>, count: number): RowsInSight {
  const [{ first, rowPx }, setSight] = useState(() => ({ first: 0, rowPx: usualRowPx() }));
  const look = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    const px = rowPxOf(element);
    const above = Math.max(0, -element.getBoundingClientRect().top);
    const reached = Math.floor(above / px / step) * step;
    setSight((sight) => (sight.first === reached && sight.rowPx === px ? sight : { first: reached, rowPx: px }));
  }, [ref]);
  useEffect(() => {
    look();
    for (const happening of ['scroll', 'resize']) window.addEventListener(happening, look, { passive: true });
    return () => {
      for (const happening of ['scroll', 'resize']) window.removeEventListener(happening, look);
    };
  }, [look]);
  const scrollTo = (index: number) => {
    const element = ref.current;
    if (!element) return;
    const top = window.scrollY + element.getBoundingClientRect().top + index * rowPxOf(element);
    // At once: on a long way there would be nothing to see.
    window.scrollTo({ top: top - window.innerHeight / 2, behavior: 'instant' });
  };
  if (count <= fewRows) return { from: 0, to: count, rowPx, scrollTo };
  const shown = Math.ceil(window.innerHeight / rowPx);
  return { from: Math.max(0, first - step), to: Math.min(count, first + shown + 2 * step), rowPx, scrollTo };
}

function rowPxOf(element: HTMLElement): number {
  return element.querySelector('[role="treeitem"]')?.getBoundingClientRect().height || usualRowPx();
}

function usualRowPx(): number {
  return window.matchMedia('(width < 48em)').matches ? rowPxWhere.narrow : rowPxWhere.wide;
}
