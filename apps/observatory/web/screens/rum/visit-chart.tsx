import type { BrowserOverview } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { TimeChart } from '../../charts/time-chart.tsx';
import { isoOf } from '../../parts/nano.ts';
import { rumErrorsPath } from '../../paths.ts';
import classes from './rum-page.module.css';

interface VisitChartProps {
  overview: Pick<BrowserOverview, 'steps' | 'views' | 'sessions' | 'errors'>;
  minutes: number;
  app: string | undefined;
}

/** Views and errors over the window. */
export function VisitChart({ overview: { steps, views, sessions, errors }, minutes, app }: VisitChartProps) {
  const atMs = steps.map(({ startTimeUnixNano }) => Date.parse(isoOf(startTimeUnixNano)));
  const from = atMs[0] ?? Date.now();
  const pointsOf = (read: (step: BrowserOverview['steps'][number]) => number) =>
    steps.map((step, index) => ({ atMs: atMs[index] ?? from, value: read(step) }));
  return (
    <Section
      title="Traffic"
      aside={
        <span className="muted">
          {formatQuantity(views, 'page view')} · {formatQuantity(sessions, 'visit')} ·{' '}
          <Link to={rumErrorsPath({ minutes, app })} className={classes.link}>
            {formatQuantity(errors, 'error')}
          </Link>
        </span>
      }
    >
      <TimeChart
        title="Page views and errors"
        unit="count"
        kind="line"
        from={from}
        to={from + minutes * 60_000}
        series={[
          { key: 'views', title: 'Page views', tone: 'accent', points: pointsOf((step) => step.views) },
          { key: 'errors', title: 'Errors', tone: 'bad', points: pointsOf((step) => step.errors) },
        ]}
      />
    </Section>
  );
}
