import { Menu } from '@mantine/core';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useSession } from '../session/session.ts';
import { SignOutItems } from './sign-out-items.tsx';
import classes from './user-menu.module.css';

export function UserMenu() {
  const { username, role } = useSession();
  return (
    <Menu position="top-start" width="target" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <button type="button" className={classes.person}>
          <span className={classes.initial} aria-hidden="true">
            {username.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.name}>
            {username}
            <span className={classes.role}>{role}</span>
          </span>
          <Icon name="up" size={16} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <SignOutItems />
      </Menu.Dropdown>
    </Menu>
  );
}
