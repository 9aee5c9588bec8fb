import type { User } from '@octo/contracts/crm/admin.ts';
import { useSession } from '../../session/session.ts';
import { AccessActions } from './access-actions.tsx';
import { RoleForm } from './role-form.tsx';
import classes from './user-actions.module.css';

/** What an administrator may do with somebody else's account. */
export function UserActions({ user }: { user: User }) {
  if (useSession().user_id === user.id)
    return <p className="muted">This is you. Your role and your access are for another administrator to change.</p>;
  return (
    <div className={classes.user}>
      <RoleForm key={user.role} user={user} />
      <AccessActions user={user} />
    </div>
  );
}
