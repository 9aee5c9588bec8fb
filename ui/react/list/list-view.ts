import type { Column } from './column.ts';

/** How somebody wants a list to look. */
export interface ListView {
  /** Columns left out, by their keys. */
  hidden: readonly string[];
  isDense: boolean;
}

export const usualView: ListView = { hidden: [], isDense: false };

/** What the browser kept; anything else than a view is the usual one. */
export function readView(kept: string | undefined): ListView {
  try {
    const view: unknown = JSON.parse(kept ?? '');
    if (typeof view !== 'object' || view === null || !('hidden' in view) || !Array.isArray(view.hidden))
      return usualView;
    const hidden = view.hidden.filter((key) => typeof key === 'string');
    return { hidden, isDense: 'isDense' in view && view.isDense === true };
  } catch {
    return usualView;
  }
}

/** The columns that are shown. The first one names the row: it stays. */
export function shownColumns<C extends Pick<Column<unknown>, 'key'>>(columns: readonly C[], { hidden }: ListView): C[] {
  return columns.filter(({ key }, index) => index === 0 || !hidden.includes(key));
}

/** The view with a column shown or left out. */
export function withColumn(view: ListView, key: string, isShown: boolean): ListView {
  const others = view.hidden.filter((hidden) => hidden !== key);
  return { ...view, hidden: isShown ? others : [...others, key] };
}
