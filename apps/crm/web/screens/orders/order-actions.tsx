import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useState } from 'react';
import { toast } from '../../parts/toast.ts';
import { useCan } from '../../session/session.ts';
import { ActionBar } from './action-bar.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { type AskedName, askedNames } from './asked-steps.tsx';
import { type StepName, stepsOf } from './order-steps.ts';
import { isConflict, type OrderStepRun } from './use-order-step.ts';

interface OrderActionsProps {
  order: OrderDetail;
  step: OrderStepRun;
}

/** What can be done with the order now; what takes a reason asks for it first. */
export function OrderActions({ order, step }: OrderActionsProps) {
  const [asking, setAsking] = useState<AskedName>();
  const [typed, setTyped] = useState<Partial<Record<AskedName, string>>>({});
  const steps = stepsOf(order, useCan());
  const close = () => setAsking(undefined);
  const choose = (name: StepName) => {
    if (step.isBusy) return;
    step.forget();
    if (isAsked(name)) setAsking(name);
    else step.run({ name, order }, { onError: tellFailure });
  };
  const confirm = (name: AskedName, text: string) =>
    step.run(
      { name, order, text },
      {
        onSuccess: () => {
          close();
          setTyped({});
        },
        onError: (error) => isConflict(error) && close(),
      },
    );
  return (
    <>
      <ActionBar steps={steps} isBusy={step.isBusy} onChoose={choose} />
      {askedNames.map((name) => (
        <AskDialog
          key={name}
          name={name}
          isOpen={asking === name}
          order={order}
          text={typed[name] ?? ''}
          onText={(text) => setTyped({ ...typed, [name]: text })}
          isBusy={step.isBusy}
          problem={step.problem}
          onConfirm={(text) => confirm(name, text)}
          onClose={close}
        />
      ))}
    </>
  );
}

function isAsked(name: StepName): name is AskedName {
  return askedNames.some((asked) => asked === name);
}

/** A conflict is told by the page itself. */
function tellFailure(error: unknown): void {
  if (isConflict(error)) return;
  toast({ tone: 'bad', title: 'That was not done', message: asApiProblem(error).message });
}
