import type { AlarmDetail } from '@octo/contracts/observatory-alarms.ts';
import { formatDuration } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { useNow } from '@octo/ui/react/use-now.ts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { alarmFigures } from '../../parts/alarm-words.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { tracePath } from '../../paths.ts';

const minuteMs = 60_000;

/** The values that it was judged by, against what must not be exceeded, with the traces that it fired with. */
export function AlarmChart({ alarm }: { alarm: AlarmDetail }) {
  const { minutes, chooseWindow } = windowIn(useListParams(['minutes']), usualHour);
  const to = useNow();
  const from = to - minutes * minuteMs;
  const { unit, threshold, valueMeans, forSeconds } = alarm;
  const words = alarmFigures(alarm);
  const points = alarm.values
    .map(({ at, value }) => ({ atMs: Date.parse(at), value }))
    .filter(({ atMs }) => atMs >= from && atMs <= to);
  const marks = alarm.events.flatMap(({ kind, at, value, traceId }) => {
    const atMs = Date.parse(at);
    if (kind !== 'fired' || traceId === null || value === null || atMs < from) return [];
    return [{ atMs, value, title: 'It fired: open the example trace', href: tracePath(traceId) }];
  });
  return (
    <Section title="What it is judged by" aside={<WindowSelect minutes={minutes} onChange={chooseWindow} />}>
      <TimeChart
        title={valueMeans}
        unit={unit}
        kind="line"
        from={from}
        to={to}
        series={[{ key: 'value', title: 'Value', tone: 'accent', points }]}
        thresholds={[{ value: threshold, title: `Fires above ${words.threshold}`, tone: 'bad' }]}
        marks={marks}
      />
      <Facts
        facts={[
          ['Now', words.value],
          ['Fires above', holding(words.threshold, forSeconds)],
          ...alarm.readings.map(
            ({ title, value }) => [title, value === null ? 'nothing to go by' : Number(value.toFixed(2))] as const,
          ),
        ]}
      />
    </Section>
  );
}

function holding(threshold: string, seconds: number): string {
  return seconds === 0 ? threshold : `${threshold}, held for ${formatDuration(seconds)}`;
}
