import { getAlarm, listAlarms } from '@octo/contracts/observatory-alarms.ts';
import { getOverview } from '@octo/contracts/observatory-overview.ts';
import { listSlos } from '@octo/contracts/observatory-slos.ts';
import { serviceNames } from '@octo/contracts/telemetry/services.ts';
import { allRules } from '../../../apps/observatory/alarms/rules/all-rules.ts';
import { slos } from '../../../apps/observatory/slos/slos.ts';
import { asked, type Panel, type Source } from './panel.ts';

const overview = (source: Source) => asked(source, getOverview, { query: { minutes: 15 } });
const figures = ['orders', 'revenue', 'failedOrders', 'lostRevenue', 'declinedCheckouts'] as const;

const ofOverview: readonly Panel[] = [
  {
    id: '/ “services”',
    async hasData(source) {
      const { services } = await overview(source);
      const told = services.filter(({ state, requests }) => state !== 'no_data' && requests > 0);
      return Object.values(serviceNames).every((name) => told.some(({ service }) => service === name));
    },
  },
  ...figures.map(
    (figure): Panel => ({
      id: `/ “business: ${figure}”`,
      hasData: async (source) => ((await overview(source)).business[figure] ?? 0) > 0,
    }),
  ),
  {
    id: '/ “business over time”',
    async hasData(source) {
      const { steps } = (await overview(source)).business;
      return (['orders', 'revenue', 'failed'] as const).every((kind) => steps.some((step) => (step[kind] ?? 0) > 0));
    },
  },
  {
    id: '/ “what observing costs”',
    async hasData(source) {
      const { cpuShare, memoryBytes, spansPerSecond, storeBytes, steps } = (await overview(source)).cost;
      return cpuShare !== null && spansPerSecond !== null && Math.min(memoryBytes, storeBytes, steps.length) > 0;
    },
  },
];

const ofSlos: readonly Panel[] = slos.map(({ id }) => ({
  id: `/slos?slo=${id}`,
  async hasData(source) {
    const slo = (await asked(source, listSlos)).slos.find((one) => one.id === id);
    return slo !== undefined && slo.state !== 'no_data' && slo.all > 0 && slo.burnNow !== null;
  },
}));

/** What each rule is judged by. */
const ofAlarms: readonly Panel[] = allRules.map(({ id }) => ({
  id: `/alarms/${id}`,
  async hasData(source) {
    const { state, value, values } = await asked(source, getAlarm, { params: { alarmId: id } });
    return state !== 'no_data' && value !== null && values.length > 0;
  },
}));

export const overviewPanels: readonly Panel[] = [
  ...ofOverview,
  ...ofSlos,
  ...ofAlarms,
  {
    id: '/alarms',
    hasData: async (source) => (await asked(source, listAlarms)).alarms.length === allRules.length,
  },
];
