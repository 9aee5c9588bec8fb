import { useRef } from 'react';
import { useLocation, useNavigation, useSearchParams } from 'react-router';

export interface ListParams<Name extends string> {
  /** What the address says, for these names only. */
  values: Partial<Record<Name, string>>;
  set(name: Name, value: string | undefined): void;
  /** Whether anything but the sorting narrows the list. */
  isNarrowed: boolean;
  /** Back to everything; the sorting stays. */
  clear(): void;
}

const sorting = 'sort_by';

/** Search, filters and sorting of a list are in the address: it can be sent, kept and gone back to. */
export function useListParams<Name extends string>(names: readonly Name[]): ListParams<Name> {
  const [params, setParams] = useSearchParams();
  const isLeaving = useIsLeaving();
  const change = (changes: (next: URLSearchParams) => void) => {
    // What was typed last comes a moment later; by then somebody may have chosen a row, and must not be held back.
    if (isLeaving.current) return;
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        changes(next);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const found = names.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return {
    values: byName(found),
    set: (name, value) => change((next) => (value === undefined ? next.delete(name) : next.set(name, value))),
    isNarrowed: found.some(([name]) => name !== sorting),
    clear: () =>
      change((next) => {
        for (const name of names) if (name !== sorting) next.delete(name);
      }),
  };
}

/** Whether another page is on its way, to be asked later than the page was drawn. */
function useIsLeaving(): { readonly current: boolean } {
  const { pathname } = useLocation();
  const next = useNavigation().location;
  const isLeaving = useRef(false);
  isLeaving.current = next !== undefined && next.pathname !== pathname;
  return isLeaving;
}

/** The compiler loses the names of the keys on the way through entries. */
function byName<Name extends string>(entries: readonly (readonly [Name, string])[]): Partial<Record<Name, string>> {
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
