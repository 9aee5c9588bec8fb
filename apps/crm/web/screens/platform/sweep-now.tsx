import { Button } from '@mantine/core';
import type { startSweep } from '@octo/contracts/workflows.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { toast } from '../../parts/toast.ts';
import { useCan } from '../../session/session.ts';

/** As long as the CRM waits for the gateway. */
const patienceMs = 120_000;

/** Starts a sweep out of turn, for who may, and leads to what it found. */
export function SweepNow() {
  const can = useCan();
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const sweep = useMutation({
    mutationFn: () => request<typeof startSweep>('POST /api/workflows/runs', { patienceMs }),
    onSuccess: ({ id, status }) => {
      setAsking(false);
      const isFine = status === 'success';
      toast({ tone: isFine ? 'good' : 'info', title: isFine ? 'The sweep is done' : 'The sweep found trouble' });
      for (const key of ['platform', 'query-lab']) void client.invalidateQueries({ queryKey: [key] });
      void navigate(`/platform/runs/${id}`);
    },
  });
  if (!can('workflows.run')) return null;
  const ask = () => {
    sweep.reset();
    setAsking(true);
  };
  return (
    <>
      <Button leftSection={<Icon name="play" />} onClick={ask}>
        Sweep now
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Sweep now?"
        confirmLabel="Sweep now"
        dismissLabel="Not now"
        tone="accent"
        isBusy={sweep.isPending}
        problem={sweep.error ? asApiProblem(sweep.error) : undefined}
        onConfirm={() => sweep.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>
          Runs the queries of the schedule and asks every part of the platform how it does. It takes a few seconds and
          changes nothing but the history.
        </p>
      </ConfirmDialog>
    </>
  );
}
