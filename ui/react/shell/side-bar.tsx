import { useOs } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Icon } from '../icon.tsx';
import type { Place } from './place.ts';
import classes from './side-bar.module.css';

interface SideBarProps {
  brand: ReactNode;
  places: readonly Place[];
  foot: ReactNode;
  onFind(): void;
}

export function SideBar({ brand, places, foot, onFind }: SideBarProps) {
  return (
    <header className={classes.bar}>
      {brand}
      <FindButton onFind={onFind} />
      <nav className={classes.places} aria-label="Main">
        <PlaceList places={places.filter(({ group }) => group === 'work')} />
        <PlaceList places={places.filter(({ group }) => group === 'system')} />
      </nav>
      {foot}
    </header>
  );
}

function FindButton({ onFind }: Pick<SideBarProps, 'onFind'>) {
  const isApple = ['macos', 'ios'].includes(useOs());
  return (
    <button type="button" className={classes.find} onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
      <Icon name="search" size={16} />
      <span>Find anything</span>
      <span className={classes.keys} aria-hidden="true">
        {isApple ? '⌘ K' : 'Ctrl K'}
      </span>
    </button>
  );
}

function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul className={classes.list}>
      {places.map(({ path, title, icon }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/'} className={classes.place ?? ''}>
            <Icon name={icon} />
            {title}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
