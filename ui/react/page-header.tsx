import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { applicationName } from './application-name.ts';
import { Icon } from './icon.tsx';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** Beside the title: a status, for example. */
  badge?: ReactNode;
  /** Below the title: one line about what this is. */
  description?: ReactNode;
  /** The list that this page belongs to. */
  back?: { to: string; label: string };
  /** What can be done here, the most usual last. */
  actions?: ReactNode;
}

/** The one h1 of a page; names the browser's tab too. */
export function PageHeader({ title, badge, description, back, actions }: PageHeaderProps) {
  useDocumentTitle(`${title} · ${applicationName}`);
  return (
    <div className={classes.header}>
      {back && (
        <Link className={classes.back} to={back.to}>
          <Icon name="left" size={16} />
          {back.label}
        </Link>
      )}
      <div className={classes.title}>
        <h1 tabIndex={-1}>{title}</h1>
        {badge}
      </div>
      {description !== undefined && <p className="muted">{description}</p>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
