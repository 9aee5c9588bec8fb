import { Button, Modal } from '@mantine/core';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import type { FormEvent, ReactNode } from 'react';
import classes from './dialog.module.css';
import { FormErrors } from './form-errors.tsx';

interface ConfirmDialogProps {
  isOpen: boolean;
  /** The question, with the name of what it is about: “Cancel order OCT-1042?” */
  title: string;
  /** What will be gone, or changed, afterwards; may hold a field for the reason. */
  children: ReactNode;
  /** What the button does, in its own words: “Cancel the order”. Never “OK”. */
  confirmLabel: string;
  /** How not to do it. */
  dismissLabel?: string;
  tone?: 'bad' | 'accent';
  isBusy?: boolean;
  problem?: ApiProblem | undefined;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is destroyed. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  dismissLabel = 'Keep it',
  ...rest
}: ConfirmDialogProps) {
  const { tone = 'bad', isBusy = false, problem, onConfirm, onClose } = rest;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // React hands events on to whoever rendered the dialog, and that may be a form with a submit of its own.
    event.stopPropagation();
    if (!isBusy) onConfirm();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.dialog} onSubmit={submit} noValidate>
        <FormErrors problem={problem} />
        {children}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {dismissLabel}
          </Button>
          <Button type="submit" color={tone} loading={isBusy}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
