import { Button, NativeSelect } from '@mantine/core';
import type { changeRole, User } from '@octo/contracts/crm/admin.ts';
import { type StaffRole, staffRoles } from '@octo/contracts/crm/permissions.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FormErrors } from '../../parts/form-errors.tsx';
import { meaningOf, roleOf, takesRightsAway } from './roles.ts';
import { useChange } from './use-change.ts';
import classes from './user-actions.module.css';

/** Gives somebody another role, and asks first when that takes something away. */
export function RoleForm({ user }: { user: User }) {
  const now = roleOf(user.role);
  const [chosen, setChosen] = useState(now);
  const [isAsking, setAsking] = useState(false);
  const change = useChange(
    (role: StaffRole | null) =>
      request<typeof changeRole>('PATCH /api/admin/users/:id/role', { params: { id: user.id }, body: { role } }),
    `${user.username}: ${chosen ?? 'no role'}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (takesRightsAway(now, chosen)) setAsking(true);
    else change.mutate(chosen);
  };
  const problem = change.error ? asApiProblem(change.error) : undefined;
  return (
    <form className={classes.role} onSubmit={submit}>
      {!isAsking && <FormErrors problem={problem} />}
      <div className={classes.actions}>
        <NativeSelect
          label="Role"
          data={[...staffRoles, { value: '', label: 'No role' }]}
          value={chosen ?? ''}
          onChange={({ currentTarget }) => setChosen(roleOf(currentTarget.value))}
        />
        {chosen !== now && (
          <Button type="submit" loading={change.isPending && !isAsking}>
            Change the role
          </Button>
        )}
      </div>
      <p className="muted">{meaningOf(chosen)}</p>
      <ConfirmDialog
        isOpen={isAsking}
        title={chosen === null ? `Take the role from ${user.username}?` : `Make ${user.username} a ${chosen}?`}
        confirmLabel={chosen === null ? 'Take the role away' : 'Change the role'}
        dismissLabel={`Leave them ${now}`}
        isBusy={change.isPending}
        problem={problem}
        onConfirm={() => change.mutate(chosen, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>{user.username} loses rights with the next click.</p>
        <Facts
          facts={[
            ['Now', `${now ?? 'No role'}. ${meaningOf(now)}`],
            ['Then', `${chosen ?? 'No role'}. ${meaningOf(chosen)}`],
          ]}
        />
      </ConfirmDialog>
    </form>
  );
}
