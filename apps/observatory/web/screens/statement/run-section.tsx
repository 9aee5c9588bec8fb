import type { StatementRun, StatementRuns } from '@octo/contracts/insight-runs.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { tracePath } from '../../paths.ts';
import classes from './run-section.module.css';
import { tracesOf } from './statement-charts.tsx';

interface RunSectionProps {
  query: UseQueryResult<StatementRuns>;
  minutes: number;
}

/** Traces in which it ran, down to its span. */
export function RunSection({ query, minutes }: RunSectionProps) {
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Traces that ran it" lines={6} />}>
      {({ sqlId, slowest, newest }) => (
        <Section title="Traces that ran it" aside={<Link to={tracesOf(sqlId, minutes)}>All of them</Link>}>
          <Runs title="The slowest" runs={slowest} empty="None in this time is still here." />
          <Runs title="The newest" runs={newest} empty="None is still here." />
        </Section>
      )}
    </Answer>
  );
}

interface RunsProps {
  title: string;
  runs: readonly StatementRun[];
  empty: string;
}

function Runs({ title, runs, empty }: RunsProps) {
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      {runs.length === 0 && <p className="muted">{empty}</p>}
      <ul>
        {runs.map(({ traceId, spanId, traceName, service, durationMs, at }) => (
          <li key={`${traceId} ${spanId}`} className={classes.run}>
            <Link to={tracePath(traceId, spanId)}>{traceName || traceId}</Link>
            <span className="number">{formatMilliseconds(durationMs)}</span>
            <span className={classes.about}>{service}</span>
            <span className={classes.about}>
              <Instant at={at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
