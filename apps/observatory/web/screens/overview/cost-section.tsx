import type { OverviewCost } from '@octo/contracts/observatory-overview.ts';
import { formatBytes, formatCount, formatShare } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { TimeChart } from '../../charts/time-chart.tsx';
import { Figure, Figures } from '../../parts/figure.tsx';
import classes from './cost-section.module.css';

/** What the observatory itself takes. */
export function CostSection({ cost }: { cost: OverviewCost }) {
  const { cpuShare, memoryBytes, spansPerSecond, refused, lost, storeBytes, storeLimitBytes, steps } = cost;
  const pointsOf = (pick: (step: OverviewCost['steps'][number]) => number) =>
    steps.map((step) => ({ atMs: Date.parse(step.at), value: pick(step) }));
  const span = spanOf(steps);
  return (
    <Section title="What observing costs">
      <Figures>
        <Figure
          title="Processor"
          value={cpuShare === null ? '–' : formatShare(cpuShare)}
          note="of one core"
          to="/status"
        />
        <Figure title="Memory" value={formatBytes(memoryBytes)} to="/status" />
        <Figure
          title="Spans in"
          value={spansPerSecond === null ? '–' : `${formatCount(Math.round(spansPerSecond))}/s`}
          to="/status"
        />
        <Figure
          title="Dropped"
          value={formatCount(refused + lost)}
          note="since the start"
          tone={refused + lost > 0 ? 'warn' : undefined}
          to="/status"
        />
        <Figure
          title="Store"
          value={formatBytes(storeBytes)}
          note={`${formatShare(storeBytes / storeLimitBytes)} of ${formatBytes(storeLimitBytes)}`}
          to="/status"
        />
      </Figures>
      {steps.length > 2 && (
        <div className={classes.charts}>
          <TimeChart
            title="Processor, share of one core"
            unit="percent"
            kind="line"
            height={120}
            {...span}
            series={[{ key: 'cpu', title: 'Processor', tone: 'accent', points: pointsOf((step) => step.cpuShare) }]}
          />
          <TimeChart
            title="Spans taken in"
            unit="perSecond"
            kind="area"
            height={120}
            {...span}
            series={[{ key: 'spans', title: 'Spans', tone: 'info', points: pointsOf((step) => step.spansPerSecond) }]}
          />
        </div>
      )}
    </Section>
  );
}

const leastMs = 10 * 60_000;

/** Since the start, but at least so long that the hours below can be read. */
function spanOf(steps: OverviewCost['steps']) {
  const to = Date.parse(steps.at(-1)?.at ?? '');
  return { from: Math.min(Date.parse(steps[0]?.at ?? ''), to - leastMs), to };
}
