import { Link } from 'react-router';
import { type TraceSearch, tracesPath } from '../../paths.ts';
import classes from './figure-card.module.css';
import { Errors, type Figures, Rate, Took } from './figures.tsx';

interface FigureCardProps {
  name: string;
  figures: Parameters<typeof Rate>[0]['of'] & Pick<Figures, 'p95Ms'>;
  search: TraceSearch;
}

/** A service or a route on a phone. */
export function FigureCard({ name, figures, search }: FigureCardProps) {
  return (
    <>
      <Link to={tracesPath(search)} className={classes.name}>
        {name}
      </Link>
      <dl className={classes.figures}>
        <div>
          <dt>Requests</dt>
          <dd>
            <Rate of={figures} search={search} />
          </dd>
        </div>
        <div>
          <dt>Errors</dt>
          <dd>
            <Errors of={figures} search={search} />
          </dd>
        </div>
        <div>
          <dt>p95</dt>
          <dd>
            <Took ms={figures.p95Ms} search={search} />
          </dd>
        </div>
      </dl>
    </>
  );
}
