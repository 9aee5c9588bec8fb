import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import classes from './top-bar.module.css';

/** On a phone: which application this is, and finding things. */
export function TopBar({ brand, onFind }: { brand: ReactNode; onFind(): void }) {
  return (
    <header className={classes.bar}>
      {brand}
      <ActionIcon aria-label="Find anything" onClick={onFind}>
        <Icon name="search" size={22} />
      </ActionIcon>
    </header>
  );
}
