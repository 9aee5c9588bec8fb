import type { getActivity } from '@octo/contracts/insight.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { TimeChart } from '../charts/time-chart.tsx';
import { activitySeries } from './wait-classes.ts';

interface ActivityChartProps {
  title: string;
  activity: AnswerOf<typeof getActivity>;
  /** What is said when somebody looked, and there was nothing. */
  nothing: string;
}

/** Sessions that were at work or waited on average, by what for. */
export function ActivityChart({ title, activity: { steps, stepSeconds }, nothing }: ActivityChartProps) {
  const from = Date.parse(steps[0]?.at ?? new Date().toISOString());
  const series = activitySeries(steps);
  if (series.length === 0 && steps.some(({ samples }) => samples > 0)) return <p className="muted">{nothing}</p>;
  return (
    <TimeChart
      title={title}
      unit="none"
      kind="stacked"
      from={from}
      to={from + steps.length * stepSeconds * 1000}
      series={series}
    />
  );
}
