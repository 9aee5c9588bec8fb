import { Menu } from '@mantine/core';
import { NavLink, useNavigate } from 'react-router';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../session/session.ts';
import classes from './bottom-bar.module.css';
import { usePlaces } from './places.ts';
import { SignOutItems } from './sign-out-items.tsx';

const mostPlaces = 3;

/** On a phone: the places within reach of a thumb, the others behind the last one. */
export function BottomBar() {
  const places = usePlaces();
  const { username, role } = useSession();
  const navigate = useNavigate();
  return (
    <nav className={classes.bar} aria-label="Main">
      {places.slice(0, mostPlaces).map(({ path, title, icon }) => (
        <NavLink key={path} to={path} end={path === '/'} className={classes.place ?? ''}>
          <Icon name={icon} size={22} />
          {title}
        </NavLink>
      ))}
      <Menu position="top-end" width={220} withinPortal={false} floatingStrategy="fixed">
        <Menu.Target>
          <button type="button" className={classes.place ?? ''}>
            <Icon name="more" size={22} />
            More
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {places.slice(mostPlaces).map(({ path, title, icon }) => (
            <Menu.Item key={path} leftSection={<Icon name={icon} />} onClick={() => void navigate(path)}>
              {title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>
            {username}, {role}
          </Menu.Label>
          <SignOutItems />
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
