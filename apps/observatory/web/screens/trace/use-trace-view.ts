import { useListParams } from '@octo/ui/react/list/use-list-params.ts';

export type PathMode = 'answer' | 'end' | 'off';

const modes: readonly PathMode[] = ['answer', 'end', 'off'];

/** What of the trace is drawn beside its spans; it is in the address. */
export function useTraceView() {
  const { values, set } = useListParams(['path', 'compare']);
  return {
    pathMode: modes.find((mode) => mode === values.path) ?? 'answer',
    setPathMode: (mode: PathMode) => set('path', mode === 'answer' ? undefined : mode),
    isCompared: values.compare === 'median',
    setCompared: (isCompared: boolean) => set('compare', isCompared ? 'median' : undefined),
  };
}
