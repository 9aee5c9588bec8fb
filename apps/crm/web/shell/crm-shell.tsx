import { Menu } from '@mantine/core';
import { Shell } from '@octo/ui/react/shell/shell.tsx';
import { useSession } from '../session/session.ts';
import { XrayHost } from '../xray/xray-host.tsx';
import { usePlaces } from './places.ts';
import { SignOutItems } from './sign-out-items.tsx';
import { UserMenu } from './user-menu.tsx';

const loadFinder = async () => (await import('./find-anything.tsx')).FindAnything;

/** What stands around every page behind the sign-in. */
export function CrmShell() {
  const places = usePlaces();
  return (
    <XrayHost>
      <Shell part="CRM" places={places} loadFinder={loadFinder} foot={<UserMenu />} moreItems={<PersonItems />} />
    </XrayHost>
  );
}

function PersonItems() {
  const { username, role } = useSession();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>
        {username}, {role}
      </Menu.Label>
      <SignOutItems />
    </>
  );
}
