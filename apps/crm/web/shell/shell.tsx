import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { BottomBar } from './bottom-bar.tsx';
import { usePageFocus } from './page-focus.ts';
import classes from './shell.module.css';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';

const loadFinder = () => import('./find-anything.tsx');
const FindAnything = lazy(async () => ({ default: (await loadFinder()).FindAnything }));

/** What stands around every page: where to go, who is signed in, and how to find anything. */
export function Shell() {
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const [hasFinder, setHasFinder] = useState(false);
  const isLeaving = useNavigation().state !== 'idle';
  const find = async () => {
    setHasFinder(true);
    (await loadFinder()).openFinder();
  };
  useHotkeys([['mod+K', () => void find()]], []);
  usePageFocus();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      {isPhone ? <TopBar onFind={() => void find()} /> : <SideBar onFind={() => void find()} />}
      <main id="main" className={classes.main} tabIndex={-1} aria-busy={isLeaving}>
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
      {isLeaving && <div className={classes.leaving} />}
      <Suspense>{hasFinder && <FindAnything />}</Suspense>
      <ScrollRestoration />
    </div>
  );
}
