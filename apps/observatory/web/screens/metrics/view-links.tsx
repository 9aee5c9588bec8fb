import { Link } from 'react-router';
import { metricViews } from './metric-views.ts';
import classes from './view-links.module.css';

interface ViewLinksProps {
  /** The one that is shown; undefined for charts of one's own. */
  current: string | undefined;
  viewAddress(view: string): string;
  ownAddress: string;
}

/** The ready-made questions, and the way to one's own. */
export function ViewLinks({ current, viewAddress, ownAddress }: ViewLinksProps) {
  return (
    <nav aria-label="Views" className={classes.links}>
      {metricViews.map(({ id, title }) => (
        <Link key={id} to={viewAddress(id)} aria-current={id === current ? 'page' : undefined}>
          {title}
        </Link>
      ))}
      <Link to={ownAddress} aria-current={current === undefined ? 'page' : undefined}>
        Explore
      </Link>
    </nav>
  );
}
