import { listTraces, scatterTraces } from '@octo/contracts/observatory.ts';
import { listLogs, summariseLogs } from '@octo/contracts/observatory-logs.ts';
import { readyMadeSearches } from '../../../apps/observatory/searches/ready-made.ts';
import { askedTraces } from '../../../apps/observatory/web/screens/traces/asked-traces.ts';
import { asked, type Panel } from './panel.ts';

/** Every search that comes with the observatory, asked for as its page does. */
export const searchPanels: readonly Panel[] = readyMadeSearches.map(({ id, page, name, query }) => ({
  id: `/${page}?search=${id} “${name}”`,
  async hasData(source) {
    const values = Object.fromEntries(new URLSearchParams(query));
    if (page === 'logs') return (await asked(source, listLogs, { query: values })).logs.length > 0;
    const search = { query: askedTraces(values, Date.now()) };
    const [{ traces }, { points }] = [
      await asked(source, listTraces, search),
      await asked(source, scatterTraces, search),
    ];
    return traces.length > 0 && points.length > 0;
  },
}));

const facets = ['service', 'severity', 'event', 'route', 'code'] as const;

/** What the page of log lines counts by. */
export const logPanels: readonly Panel[] = [
  ...facets.map(
    (facet): Panel => ({
      id: `/logs “by ${facet}”`,
      hasData: async (source) => (await asked(source, summariseLogs)).facets[facet].values.length > 0,
    }),
  ),
  {
    id: '/logs “over time”',
    async hasData(source) {
      const { steps } = await asked(source, summariseLogs);
      return (['errors', 'warnings', 'others'] as const).every((kind) => steps.some((step) => step[kind] > 0));
    },
  },
];
