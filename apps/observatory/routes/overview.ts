import { getOverview } from '@octo/contracts/observatory-overview.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import { byUrgency, toAlarmSummary } from '../alarms/describe-alarm.ts';
import type { Observatory } from '../context.ts';
import { describeCost } from '../overview/describe-cost.ts';
import { readBusiness } from '../overview/read-business.ts';
import { overviewOf } from '../overview/service-states.ts';
import { sloStatuses } from '../slos/slo-status.ts';

const usualMinutes = 60;

export function overviewRoutes(app: FastifyInstance, observatory: Observatory): void {
  const { alarms, store, clock, cost, config, readings } = observatory;
  route(app, getOverview, async ({ query: { minutes = usualMinutes } }) => {
    const nowMs = clock.now().getTime();
    const { paced } = readings();
    const all = alarms.all().map((alarm) => toAlarmSummary(alarm, paced));
    const slos = await sloStatuses(observatory);
    const firing = all.filter(({ state }) => state === 'firing');
    const silent = new Set(firing.filter(({ kind }) => kind === 'absent').map(({ subject }) => subject));
    const services = await store.read((readers) => readers.services.list(minutes, nowMs));
    return {
      windowMinutes: minutes,
      firing: firing.toSorted(byUrgency),
      pending: all.filter(({ state }) => state === 'pending').length,
      alarms: all.length,
      services: services.map((service) => overviewOf(service, slos, silent)),
      slos,
      business: readBusiness(store, minutes, nowMs),
      cost: describeCost(cost, config.store.limitBytes, nowMs),
      pages: [...config.browserOrigins].map(([origin, app]) => ({ app, origin })),
    };
  });
}
