import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import { formatLocalInstant, formatMilliseconds } from '@octo/ui/format.ts';
import { Link } from 'react-router';
import { isoOf, msBetween } from '../../parts/nano.ts';
import { tracePath } from '../../paths.ts';
import { describeStep } from './describe-step.ts';
import classes from './step-row.module.css';

const kindWords: Readonly<Record<BrowserStep['kind'], string>> = {
  load: 'Page',
  return: 'Page',
  view: 'Page',
  interaction: 'Click',
  fetch: 'Call',
  web_vital: 'Vital',
  error: 'Error',
  custom: 'Event',
};

interface StepRowProps {
  step: BrowserStep;
  /** When the visit began. */
  first: string;
}

/** One step: when, what, how long, and the trace that it belongs to. */
export function StepRow({ step, first }: StepRowProps) {
  const { kind, timeUnixNano, durationMs, isFailed, traceId, spanId, hasServerSpans } = step;
  const { title, details } = describeStep(step);
  const at = isoOf(timeUnixNano);
  return (
    <li className={classes.step} data-failed={isFailed || undefined}>
      <time className={classes.time} dateTime={at} title={formatLocalInstant(at)}>
        +{formatMilliseconds(Math.max(0, Math.round(msBetween(first, timeUnixNano))))}
      </time>
      <span className={classes.kind}>{kindWords[kind]}</span>
      <span className={classes.what}>
        {title}
        {details !== '' && <span className={classes.details}>{details}</span>}
      </span>
      <span className={classes.took}>{durationMs === null ? '' : formatMilliseconds(durationMs)}</span>
      <span className={classes.trace}>
        {traceId !== null && kind !== 'web_vital' && (
          <Link to={tracePath(traceId, spanId)}>
            {hasServerSpans ? 'Trace to the server' : 'Trace'}
            <span className="visually-hidden"> of {title}</span>
          </Link>
        )}
      </span>
    </li>
  );
}
