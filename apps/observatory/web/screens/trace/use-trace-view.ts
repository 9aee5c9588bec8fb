import { useSearchParams } from 'react-router';

export type PathMode = 'answer' | 'end' | 'off';

const modes: readonly PathMode[] = ['answer', 'end', 'off'];

/** What of the trace is drawn beside its spans; it is in the address. */
export function useTraceView() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    pathMode: modes.find((mode) => mode === params.get('path')) ?? 'answer',
    setPathMode: (mode: PathMode) => set('path', mode === 'answer' ? undefined : mode),
    isCompared: params.get('compare') === 'median',
    setCompared: (isCompared: boolean) => set('compare', isCompared ? 'median' : undefined),
  };
}
