import type { RouteSummary } from '@octo/contracts/observatory-services.ts';
import { formatCount, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
import { Link } from 'react-router';
import { type TraceSearch, tracesPath } from '../../paths.ts';
import classes from './figures.module.css';

/** What is known of a service, and of each of its routes. */
export type Figures = Omit<RouteSummary, 'name'>;

type Share = Pick<Figures, 'requests' | 'requestsPerMinute' | 'errors' | 'errorRate'>;

interface FigureProps {
  of: Share;
  /** The traces that the number is made of. */
  search: TraceSearch;
}

export function Rate({ of: { requests, requestsPerMinute }, search }: FigureProps) {
  if (requests === 0) return <span className="muted">None</span>;
  return (
    <Link to={tracesPath(search)} className={classes.figure} title={`${formatCount(requests)} requests in this time`}>
      {rateWords(requestsPerMinute)}
    </Link>
  );
}

export function Errors({ of: { errors, errorRate }, search }: FigureProps) {
  if (errors === 0) return <span className="muted">0</span>;
  return (
    <Link to={tracesPath({ ...search, status: 'error' })} className={classes.bad}>
      {formatCount(errors)} ({formatShare(errorRate)})
    </Link>
  );
}

/** The traces that took at least so long. */
export function Took({ ms, search }: { ms: number | null; search: TraceSearch }) {
  if (ms === null) return <span className="muted">–</span>;
  return (
    <Link to={tracesPath({ ...search, min: Math.floor(ms * 100) / 100 })} className={classes.figure}>
      {formatMilliseconds(ms)}
    </Link>
  );
}

function rateWords(perMinute: number): string {
  const digits = perMinute < 10 ? 1 : 0;
  return `${formatCount(Number(perMinute.toFixed(digits)) || 0.1)}/min`;
}
