import { Menu } from '@mantine/core';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useSignOut } from '../session/session.ts';

/** The last entries of the person's own menu. */
export function SignOutItems() {
  const { mutate } = useSignOut();
  return (
    <>
      <Menu.Item leftSection={<Icon name="signOut" />} onClick={() => mutate('here')}>
        Sign out
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="lock" />} onClick={() => mutate('everywhere')}>
        Sign out everywhere
      </Menu.Item>
    </>
  );
}
