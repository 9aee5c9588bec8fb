import { Button } from '@mantine/core';
import type { Delivery, discardDelivery, retryDelivery } from '@octo/contracts/crm/sync.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FormErrors } from '../../parts/form-errors.tsx';
import { toast } from '../../parts/toast.ts';
import { receiverOf } from './delivery-columns.tsx';
import classes from './delivery-details.module.css';

interface DeadLetterActionsProps {
  delivery: Delivery;
  onDone(): void;
}

export function DeadLetterActions({ delivery, onDone }: DeadLetterActionsProps) {
  const [isDiscarding, setDiscarding] = useState(false);
  const { event_id, event_type, order_id } = delivery;
  const params = { event_id, consumer: delivery.consumer === 'crm' ? 'crm' : 'shop' } as const;
  const retry = useStep(
    () => request<typeof retryDelivery>('POST /api/sync/deliveries/:event_id/:consumer/retry', { params }),
    'The message is sent again',
    onDone,
  );
  const discard = useStep(
    () => request<typeof discardDelivery>('POST /api/sync/deliveries/:event_id/:consumer/discard', { params }),
    'The message is laid aside',
    onDone,
  );
  return (
    <>
      {retry.error && <FormErrors problem={asApiProblem(retry.error)} />}
      <div className={classes.actions}>
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          Send again
        </Button>
        <Button variant="default" onClick={() => setDiscarding(true)}>
          Discard
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isDiscarding}
        title={`Discard ${event_type} of order ${order_id ?? 'unknown'}?`}
        confirmLabel="Discard the message"
        isBusy={discard.isPending}
        problem={discard.error ? asApiProblem(discard.error) : undefined}
        onConfirm={() => discard.mutate()}
        onClose={() => setDiscarding(false)}
      >
        <p>
          {asSentence(receiverOf(delivery.consumer))} never hears of it. What it should have done is to be done by hand.
        </p>
      </ConfirmDialog>
    </>
  );
}

function useStep(step: () => Promise<unknown>, done: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      toast({ title: done });
      onDone();
      for (const key of ['sync', 'dashboard', 'audit', 'order']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
