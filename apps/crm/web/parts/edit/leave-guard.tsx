import { useBeforeUnload, useBlocker } from 'react-router';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import type { FieldValues } from './field-values.ts';
import type { Fields } from './use-fields.ts';

interface LeaveGuardProps<Values extends FieldValues> {
  fields: Pick<Fields<Values>, 'values' | 'hasChanges' | 'restart'>;
}

/** Asks before somebody leaves what they have typed. */
export function LeaveGuard<Values extends FieldValues>({ fields }: LeaveGuardProps<Values>) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => fields.hasChanges() && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload((event) => {
    if (fields.hasChanges()) event.preventDefault();
  });
  const leave = () => {
    // What was given up on purpose is not kept as a draft.
    fields.restart(fields.values);
    blocker.proceed?.();
  };
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title="Leave without saving?"
      confirmLabel="Leave without saving"
      dismissLabel="Keep editing"
      onConfirm={leave}
      onClose={() => blocker.reset?.()}
    >
      <p>What you have typed here would be lost.</p>
    </ConfirmDialog>
  );
}
