import { formatMilliseconds, formatQuantity, formatShare } from '@octo/ui/format.ts';
import { ServiceMark } from '../../parts/service-mark.tsx';
import { serviceTimes } from './service-times.ts';
import classes from './time-by-service.module.css';
import type { SpanNode } from './trace-tree.ts';

interface TimeByServiceProps {
  roots: readonly SpanNode[];
  colours: ReadonlyMap<string, number>;
}

/** Where the time went: one strip, and what its parts are. */
export function TimeByService({ roots, colours }: TimeByServiceProps) {
  const times = serviceTimes(roots);
  const sumMs = times.reduce((sum, { selfMs }) => sum + selfMs, 0);
  const shareOf = (ms: number) => (sumMs === 0 ? 0 : ms / sumMs);
  return (
    <section className={classes.times} aria-label="Time by service">
      <div className={classes.strip} aria-hidden="true">
        {times.map(({ service, selfMs }) => (
          <span
            key={service}
            className={classes.part}
            data-series={colours.get(service)}
            style={{ inlineSize: `${shareOf(selfMs) * 100}%` }}
          />
        ))}
      </div>
      <ul className={classes.services}>
        {times.map(({ service, spans, errors, selfMs }) => (
          <li key={service}>
            <ServiceMark service={service} colour={colours.get(service)} />
            <span className="muted number">
              {formatMilliseconds(selfMs)} ({formatShare(shareOf(selfMs))}), {formatQuantity(spans, 'span')}
              {errors > 0 && `, ${formatQuantity(errors, 'error')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
