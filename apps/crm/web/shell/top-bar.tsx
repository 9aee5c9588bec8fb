import { ActionIcon } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { Brand } from './brand.tsx';
import classes from './top-bar.module.css';

/** On a phone: which application this is, and finding things. */
export function TopBar({ onFind }: { onFind(): void }) {
  return (
    <header className={classes.bar}>
      <Brand />
      <ActionIcon aria-label="Find anything" onClick={onFind}>
        <Icon name="search" size={22} />
      </ActionIcon>
    </header>
  );
}
