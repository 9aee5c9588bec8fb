import { Textarea, TextInput } from '@mantine/core';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useState } from 'react';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { fieldFaults } from '../../parts/field-faults.ts';
import { focusField } from '../../parts/focus-field.ts';
import { type AskedName, askedSteps } from './asked-steps.tsx';

interface AskDialogProps {
  name: AskedName;
  isOpen: boolean;
  order: OrderDetail;
  /** What was typed survives closing the dialog. */
  text: string;
  onText(text: string): void;
  isBusy: boolean;
  problem: ApiProblem | undefined;
  onConfirm(text: string): void;
  onClose(): void;
}

/** Says what a step will do, and asks for what it takes. */
export function AskDialog({ name, isOpen, order, text, isBusy, problem, ...on }: AskDialogProps) {
  const [isMissing, setMissing] = useState(false);
  const asked = askedSteps[name];
  const { field } = asked;
  const confirm = () => {
    const given = text.trim();
    setMissing(given === '');
    if (given === '') focusField(field.name);
    else on.onConfirm(given);
  };
  const input = {
    name: field.name,
    label: field.label,
    description: field.description,
    maxLength: field.maxLength,
    value: text,
    error: isMissing && text.trim() === '' ? field.missing : problem && fieldFaults(problem)[field.name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => on.onText(currentTarget.value),
    autoComplete: 'off',
    'data-autofocus': true,
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={asked.title(order)}
      confirmLabel={asked.confirmLabel}
      dismissLabel={asked.dismissLabel}
      tone={asked.tone}
      isBusy={isBusy}
      problem={problem}
      onConfirm={confirm}
      onClose={() => {
        setMissing(false);
        on.onClose();
      }}
    >
      {asked.about(order)}
      {field.isLong ? <Textarea {...input} rows={3} /> : <TextInput {...input} />}
    </ConfirmDialog>
  );
}
