import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { Icon } from '../icon.tsx';
import classes from './bottom-bar.module.css';
import type { Place } from './place.ts';

const mostPlaces = 3;

interface BottomBarProps {
  places: readonly Place[];
  /** At the end of the menu. */
  moreItems: ReactNode;
}

/** On a phone: the places within reach of a thumb, the others behind the last one. */
export function BottomBar({ places, moreItems }: BottomBarProps) {
  const navigate = useNavigate();
  // A menu with one entry would only hide it.
  const fit = moreItems === undefined && places.length === mostPlaces + 1 ? places.length : mostPlaces;
  const [shown, hidden] = [places.slice(0, fit), places.slice(fit)];
  return (
    <nav className={classes.bar} aria-label="Main">
      {shown.map(({ path, title, icon }) => (
        <NavLink key={path} to={path} end={path === '/'} className={classes.place ?? ''}>
          <Icon name={icon} size={22} />
          {title}
        </NavLink>
      ))}
      {(hidden.length > 0 || moreItems !== undefined) && (
        <Menu position="top-end" width={220} withinPortal={false} floatingStrategy="fixed">
          <Menu.Target>
            <button type="button" className={classes.place ?? ''}>
              <Icon name="more" size={22} />
              More
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {hidden.map(({ path, title, icon }) => (
              <Menu.Item key={path} leftSection={<Icon name={icon} />} onClick={() => void navigate(path)}>
                {title}
              </Menu.Item>
            ))}
            {moreItems}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
