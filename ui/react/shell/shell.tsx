import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { BottomBar } from './bottom-bar.tsx';
import { Brand } from './brand.tsx';
import { usePageFocus } from './page-focus.ts';
import type { Place } from './place.ts';
import classes from './shell.module.css';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';

interface ShellProps {
  /** Which part of the family this is: “CRM”. */
  part: string;
  places: readonly Place[];
  /** What finds things by typing; fetched when it is first asked for. */
  loadFinder(): Promise<ComponentType>;
  /** Below the places: who is signed in. */
  foot?: ReactNode;
  /** The same for the menu of a phone. */
  moreItems?: ReactNode;
}

/** What stands around every page: where to go, and how to find anything. */
export function Shell({ part, places, loadFinder, foot, moreItems }: ShellProps) {
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const [Finder, setFinder] = useState<ComponentType>();
  const isLeaving = useNavigation().state !== 'idle';
  const find = async () => {
    const [FindAnything, { openFinder }] = await Promise.all([loadFinder(), import('./finder.tsx')]);
    setFinder(() => FindAnything);
    openFinder();
  };
  useHotkeys([['mod+K', () => void find()]], []);
  usePageFocus();
  const bar = { brand: <Brand part={part} />, onFind: () => void find() };
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      {isPhone ? <TopBar {...bar} /> : <SideBar {...bar} places={places} foot={foot} />}
      <main id="main" className={classes.main} tabIndex={-1} aria-busy={isLeaving}>
        <Outlet />
      </main>
      {isPhone && <BottomBar places={places} moreItems={moreItems} />}
      {isLeaving && <div className={classes.leaving} />}
      {Finder && <Finder />}
      <ScrollRestoration />
    </div>
  );
}
