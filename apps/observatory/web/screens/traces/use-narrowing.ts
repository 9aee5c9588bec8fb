import { useSearchParams } from 'react-router';
import type { ChosenPart } from './lay-out-points.ts';
import type { SearchName } from './search-names.ts';

/** Changes of the address that narrow the search; each is a step that the back button undoes. */
export function useNarrowing() {
  const [params, setParams] = useSearchParams();
  const change = (values: Partial<Record<SearchName, string | undefined>>) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(values))
          if (value === undefined) next.delete(name);
          else next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  return {
    choose: ({ fromMs, toMs, minMs, maxMs }: ChosenPart) =>
      change({ from: textOf(fromMs), to: textOf(toMs), trace_min: roundedOf(minMs), trace_max: roundedOf(maxMs) }),
    forget: () => change({ from: undefined, to: undefined, trace_min: undefined, trace_max: undefined }),
    toggle: (name: SearchName, value: string) => change({ [name]: params.get(name) === value ? undefined : value }),
  };
}

function textOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : String(ms);
}

/** As many digits as somebody would type. */
function roundedOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : String(Number(ms.toPrecision(3)));
}
