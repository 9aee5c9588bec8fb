import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { FormErrors } from '../form-errors.tsx';
import type { FieldValues } from './field-values.ts';
import classes from './form-frame.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import type { Addition } from './use-addition.ts';

interface FormFrameProps<Values extends FieldValues> {
  form: Addition<Values>;
  /** What the fields are called on the page. */
  labels: Readonly<Record<keyof Values & string, string>>;
  /** What the button does: “Save”. */
  submitLabel: string;
  children: ReactNode;
}

/** A form with all that can be the matter with it above, and one button below, always in sight. */
export function FormFrame<Values extends FieldValues>(props: FormFrameProps<Values>) {
  const { form, labels, submitLabel, children } = props;
  const { problem, isChanged, isRestored, isBusy, submit } = form;
  useHotkeys([['mod+S', () => submit()]], []);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <FormErrors problem={problem} labels={labels} />
      {isRestored && isChanged && (
        <p className="notice" role="status">
          What you typed before you had to sign in again is still here. It is not saved yet.
        </p>
      )}
      {children}
      <div className={classes.bar} data-changed={isChanged}>
        <p className="muted" role="status">
          {isChanged ? 'Not saved yet' : ''}
        </p>
        <Button type="submit" loading={isBusy} aria-keyshortcuts="Control+S Meta+S">
          {submitLabel}
        </Button>
      </div>
      <LeaveGuard fields={form} />
    </form>
  );
}
