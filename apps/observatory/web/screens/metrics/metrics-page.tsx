import { Button } from '@mantine/core';
import { Icon } from '@octo/ui/react/icon.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useSearchParams } from 'react-router';
import { momentWords } from '../../charts/axes.ts';
import { ServiceFilter } from '../../parts/service-filter.tsx';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualMinutes } from '../../parts/windows.ts';
import { Explorer } from './explorer.tsx';
import { type ChartQuery, readCharts, withCharts } from './metric-address.ts';
import { metricViews } from './metric-views.ts';
import { type MetricSpan, useSpan } from './use-span.ts';
import { ViewCharts } from './view-charts.tsx';
import { ViewLinks } from './view-links.tsx';

/** What was counted and measured, over time: ready-made views, and charts of one's own. */
export function MetricsPage() {
  const [params, setParams] = useSearchParams();
  const span = useSpan();
  const charts = readCharts(params);
  const view =
    charts.length > 0 ? undefined : (metricViews.find(({ id }) => id === params.get('view')) ?? metricViews[0]);
  const service = params.get('service') ?? undefined;
  const addressWith = (chart: ChartQuery) => `/metrics?${withCharts(params, [chart])}`;
  const change = (next: URLSearchParams) => setParams(next, { preventScrollReset: true });
  const choose = (name: string, value: string | undefined) => {
    const next = withCharts(params, []);
    if (view) next.set('view', view.id);
    if (value !== undefined) next.set(name, value);
    return next;
  };
  const first = view?.charts[0] ?? charts[0] ?? { metric: '' };
  return (
    <>
      <PageHeader
        title="Metrics"
        description={view?.meaning ?? 'Any metric over time: choose what of it, and by what it is told apart.'}
        actions={<SpanChoice span={span} />}
      />
      <ViewLinks
        current={view?.id}
        viewAddress={(id) => `/metrics?${withView(choose('service', service), id)}`}
        ownAddress={addressWith(view ? withoutTitle(first) : first)}
      />
      {view ? (
        <>
          <Toolbar>
            <ServiceFilter
              anyLabel="All services"
              value={service}
              onChange={(value) => change(choose('service', value))}
            />
          </Toolbar>
          <ViewCharts view={view} service={service} span={span} addressOf={addressWith} />
        </>
      ) : (
        <Explorer charts={charts} span={span} onChange={(next) => change(withCharts(params, next))} />
      )}
    </>
  );
}

function withView(params: URLSearchParams, id: string): URLSearchParams {
  params.set('view', id);
  return params;
}

function withoutTitle({ metric, by, group, where }: ChartQuery): ChartQuery {
  return { metric, by, group, where };
}

function SpanChoice({ span: { fromMs, toMs, minutes, chooseWindow } }: { span: MetricSpan }) {
  if (minutes !== undefined)
    return <WindowSelect minutes={minutes} onChange={(chosen = usualMinutes) => chooseWindow(chosen)} />;
  return (
    <Button
      variant="light"
      rightSection={<Icon name="close" size={14} />}
      aria-label="Back to the last minutes"
      onClick={() => chooseWindow(usualMinutes)}
    >
      {momentWords(fromMs, fromMs, toMs)} – {momentWords(toMs, fromMs, toMs)}
    </Button>
  );
}
