import { useOs } from '@mantine/hooks';
import { NavLink } from 'react-router';
import { Icon } from '../parts/icon.tsx';
import { Brand } from './brand.tsx';
import { type Place, usePlaces } from './places.ts';
import classes from './side-bar.module.css';
import { UserMenu } from './user-menu.tsx';

interface SideBarProps {
  onFind(): void;
}

export function SideBar({ onFind }: SideBarProps) {
  const places = usePlaces();
  return (
    <header className={classes.bar}>
      <Brand />
      <FindButton onFind={onFind} />
      <nav className={classes.places} aria-label="Main">
        <PlaceList places={places.filter(({ group }) => group === 'work')} />
        <PlaceList places={places.filter(({ group }) => group === 'system')} />
      </nav>
      <UserMenu />
    </header>
  );
}

function FindButton({ onFind }: SideBarProps) {
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
