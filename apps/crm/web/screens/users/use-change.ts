import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../parts/toast.ts';

/** A change of somebody's account: says so when it is done, and shows the list as it is then. */
export function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, done: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      toast({ title: done });
      void client.invalidateQueries({ queryKey: ['audit'] });
      await client.invalidateQueries({ queryKey: ['users'] });
    },
  });
}
