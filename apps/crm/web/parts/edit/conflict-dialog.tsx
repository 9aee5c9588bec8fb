import type { ReactNode } from 'react';
import { ChangeDialog } from '../change-dialog.tsx';
import { conflictRows } from './conflict-rows.ts';
import type { FieldValues } from './field-values.ts';
import type { Edit } from './use-edit.ts';

interface ConflictDialogProps<Saved extends { version: number }, Values extends FieldValues> {
  edit: Edit<Saved, Values>;
  name: string;
  labels: Readonly<Record<keyof Values & string, string>>;
  toValues(saved: Saved): Values;
  /** What a field holds, as a person reads it. */
  show(field: keyof Values & string, values: Values): ReactNode;
}

/** Somebody else saved the same thing meanwhile. What the person did not touch stays as it is saved now, whatever they choose. */
export function ConflictDialog<Saved extends { version: number }, Values extends FieldValues>(
  props: ConflictDialogProps<Saved, Values>,
) {
  const { edit, name, labels, toValues, show } = props;
  const { conflict, isBusy, keepMine, takeTheirs, goBack } = edit;
  if (!conflict) return null;
  const theirs = toValues(conflict.theirs);
  const rows = conflictRows({ ...conflict, theirs });
  return (
    <ChangeDialog
      isOpen
      name={name}
      versions={rows.map(({ field, isMine }) => ({
        label: labels[field],
        mine: isMine ? show(field, conflict.mine) : <span className="muted">Not changed by you</span>,
        theirs: show(field, theirs),
        differs: isMine,
      }))}
      isBusy={isBusy}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={goBack}
    />
  );
}
