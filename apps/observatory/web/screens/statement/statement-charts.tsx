import type { StatementRuns } from '@octo/contracts/insight-runs.ts';
import type { getStatement } from '@octo/contracts/insight-statements.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { useNow } from '@octo/ui/react/use-now.ts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { tracesPath } from '../../paths.ts';
import classes from './statement-charts.module.css';
import { pointsOf, windowOfSteps } from './statement-points.ts';

interface StatementChartsProps {
  history: AnswerOf<typeof getStatement>;
  runs: StatementRuns | undefined;
  minutes: number;
}

const chartHeight = 150;
const minuteMs = 60_000;

/** Calls, time and rows minute by minute, as the database counted them; p95 as its callers saw it. */
export function StatementCharts({ history, runs, minutes }: StatementChartsProps) {
  const { minutes: steps, stepMinutes, gaps } = history;
  const { from, to } = windowOfSteps(minutes, stepMinutes, useNow());
  const window = { from, to, stepMs: stepMinutes * minuteMs, gaps };
  const common = { from, to, height: chartHeight } as const;
  const perMinute = (amount: number | undefined) => (amount ?? 0) / stepMinutes;
  const calls = pointsOf(steps, window, (step) => perMinute(step?.calls));
  const mean = pointsOf(steps, window, (step) => (step && step.calls > 0 ? step.elapsedMs / step.calls : null));
  const rows = pointsOf(steps, window, (step) => perMinute(step?.rows));
  const seen = runs?.minutes.map(({ at, p95Ms }) => ({ atMs: Date.parse(at), value: p95Ms })) ?? [];
  const p95 = seen.filter(({ atMs }) => atMs >= from && atMs < to);
  return (
    <Section title="Minute by minute">
      <div className={classes.charts}>
        <TimeChart
          {...common}
          title="Calls"
          unit="perMinute"
          kind="bars"
          series={[{ key: 'calls', title: 'Calls', tone: 'accent', points: calls }]}
        />
        <TimeChart
          {...common}
          title="Time per call"
          unit="ms"
          kind="line"
          series={[
            { key: 'mean', title: 'Average in the database', tone: 'accent', points: mean },
            ...(p95.length === 0 ? [] : [{ key: 'p95', title: 'p95 as callers saw it', colour: 2, points: p95 }]),
          ]}
        />
        <TimeChart
          {...common}
          title="Rows"
          unit="perMinute"
          kind="bars"
          series={[{ key: 'rows', title: 'Rows', tone: 'info', points: rows }]}
        />
      </div>
    </Section>
  );
}

export function tracesOf(sqlId: string, minutes: number): string {
  return tracesPath({ q: `${attributeNames.sqlId}=${sqlId}`, minutes });
}
