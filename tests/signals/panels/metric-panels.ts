import { getMetricHistory } from '@octo/contracts/observatory-metrics.ts';
import { whereText } from '../../../apps/observatory/web/screens/metrics/metric-address.ts';
import { metricViews } from '../../../apps/observatory/web/screens/metrics/metric-views.ts';
import { asked, type Panel } from './panel.ts';

/** Every chart of the ready-made views of metrics, asked for as its page does. */
export const metricPanels: readonly Panel[] = metricViews.flatMap(({ id, charts }) =>
  charts.map(({ title, metric, by, group, where = [] }) => ({
    id: `/metrics?view=${id} “${title}”`,
    async hasData(source) {
      const query = { name: metric, aggregation: by, groupBy: group?.join(','), where: whereText(where) };
      const { groups } = await asked(source, getMetricHistory, { query });
      return groups.some(({ points }) => points.some((point) => point !== null));
    },
  })),
);
