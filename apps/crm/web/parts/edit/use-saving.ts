import { type ApiProblem, asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useMutation } from '@tanstack/react-query';
import { toast } from '../toast.ts';

export interface Versioned {
  version: number;
}

interface SavingOptions<Saved extends Versioned> {
  send(version: number): Promise<Saved>;
  onSaved(saved: Saved): void;
  /** Somebody else was quicker: this is what stands now. */
  onConflict(current: Saved): void;
  onRefused(problem: ApiProblem): void;
  onSettled(): void;
}

/** Saves on top of a version, one attempt at a time. */
export function useSaving<Saved extends Versioned>(options: SavingOptions<Saved>) {
  const { send, onSaved, onConflict, onRefused, onSettled } = options;
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onSuccess: (saved) => {
      onSaved(saved);
      toast({ title: 'Saved' });
    },
    onError: (error) => {
      const problem = asApiProblem(error);
      const current = currentOf<Saved>(problem);
      if (current) onConflict(current);
      else if (!tellOfLostRight(problem)) onRefused(problem);
    },
    onSettled,
  });
  return { save: (version: number) => !isPending && mutate(version), isBusy: isPending };
}

/** With the permission the form goes too: who may not save any more is told outside of it. */
export function tellOfLostRight({ status, message }: ApiProblem): boolean {
  if (status !== 403) return false;
  toast({ tone: 'bad', title: 'Not saved', message });
  return true;
}

/** A refused edit comes back with what stands now, in the shape in which the endpoint tells it otherwise. */
function currentOf<Saved>({ status, extensions }: ApiProblem): Saved | undefined {
  return status === 409 && extensions.current ? (extensions.current as Saved) : undefined;
}
