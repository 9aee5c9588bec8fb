import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import classes from './standstill.module.css';

interface StandstillProps {
  icon: IconName;
  title: string;
  isWholePage?: boolean;
  isAlert?: boolean;
  children?: ReactNode;
}

/** A calm place where there is nothing to show: says why, and what the next step is. */
export function Standstill({ icon, title, isWholePage = false, isAlert = false, children }: StandstillProps) {
  const Heading = isWholePage ? 'h1' : 'h2';
  return (
    <div className={classes.standstill} role={isAlert ? 'alert' : undefined}>
      <span className={classes.icon}>
        <Icon name={icon} size={26} />
      </span>
      <Heading tabIndex={isWholePage ? -1 : undefined}>{title}</Heading>
      {children}
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  /** What will be here, and how it gets here. */
  children: ReactNode;
}

/** What stands where there is nothing yet, or nothing that fits. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <Standstill icon={icon} title={title}>
      {children}
    </Standstill>
  );
}
