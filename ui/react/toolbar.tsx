import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

/** What is above a list: search first, then filters. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <search className={classes.toolbar}>{children}</search>;
}
