import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../parts/toast.ts';
import type { StepName } from './order-steps.ts';
import { sendStep } from './send-step.ts';

/** Does steps with an order. Afterwards the page shows the answer; an order that had moved meanwhile is read again. */
export function useOrderStep(id: number) {
  const client = useQueryClient();
  const queryKey = ['order', id];
  const step = useMutation({
    mutationFn: sendStep,
    // What was asked before the step would come after it, and be older.
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (order, { name }) => {
      client.setQueryData(queryKey, order);
      toast(done[name](order));
      for (const key of ['orders', 'dashboard', 'sync', 'customer']) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => (isConflict(error) ? client.invalidateQueries({ queryKey }) : undefined),
  });
  const problem = step.error === null ? undefined : asApiProblem(step.error);
  return {
    run: step.mutate,
    isBusy: step.isPending,
    isDone: step.isSuccess,
    chosen: step.variables,
    problem: isConflict(step.error) ? undefined : problem,
    conflict: isConflict(step.error) ? problem : undefined,
    forget: step.reset,
  };
}

export type OrderStepRun = ReturnType<typeof useOrderStep>;

/** The order had moved on before. */
export function isConflict(error: unknown): boolean {
  return asApiProblem(error).status === 409;
}

type Told = { title: string; message?: string };

const done: Readonly<Record<StepName, (order: OrderDetail) => Told>> = {
  accept: ({ order_number }) => ({ title: `${order_number} is accepted` }),
  release: ({ order_number }) => ({ title: `${order_number} is released`, message: 'Its work goes on.' }),
  hold: ({ order_number }) => ({ title: `${order_number} is on hold`, message: 'Its work rests.' }),
  picking: ({ order_number }) => ({ title: `Picking of ${order_number} has started` }),
  packed: ({ order_number }) => ({ title: `${order_number} is packed` }),
  shipped: ({ order_number }) => ({ title: `${order_number} is shipped` }),
  delivered: ({ order_number }) => ({ title: `${order_number} is delivered` }),
  pay: ({ order_number }) => ({ title: `The transfer for ${order_number} is recorded` }),
  cancel: ({ order_number }) => ({
    title: `${order_number} is cancelled`,
    message: 'The shop gives back its stock and what was paid.',
  }),
};
