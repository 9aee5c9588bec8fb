import { Button } from '@mantine/core';
import type { changeUser, endSessions, User } from '@octo/contracts/crm/admin.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useState } from 'react';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FormErrors } from '../../parts/form-errors.tsx';
import { useChange } from './use-change.ts';
import classes from './user-actions.module.css';

/** Ends somebody's sessions, keeps them out, lets them in again. */
export function AccessActions({ user }: { user: User }) {
  const [isAsking, setAsking] = useState(false);
  const params = { id: user.id };
  const sessions = useChange(
    (_: undefined) => request<typeof endSessions>('POST /api/admin/users/:id/logout-everywhere', { params }),
    `${user.username} is signed out everywhere`,
  );
  const access = useChange(
    (is_active: boolean) => request<typeof changeUser>('PATCH /api/admin/users/:id', { params, body: { is_active } }),
    user.is_active ? `${user.username} is kept out` : `${user.username} may sign in again`,
  );
  const problem = sessions.error ?? (isAsking ? null : access.error);
  return (
    <>
      {problem && <FormErrors problem={asApiProblem(problem)} />}
      <div className={classes.actions}>
        {user.open_sessions > 0 && (
          <Button variant="default" loading={sessions.isPending} onClick={() => sessions.mutate(undefined)}>
            Sign out everywhere
          </Button>
        )}
        {user.is_active ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            Keep out
          </Button>
        ) : (
          <Button variant="default" loading={access.isPending} onClick={() => access.mutate(true)}>
            Let in again
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Keep ${user.username} out?`}
        confirmLabel="Keep out"
        dismissLabel="Let them stay"
        isBusy={access.isPending}
        problem={access.error ? asApiProblem(access.error) : undefined}
        onConfirm={() => access.mutate(false, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>All their sessions end at once, and they cannot sign in until somebody lets them in again.</p>
      </ConfirmDialog>
    </>
  );
}
