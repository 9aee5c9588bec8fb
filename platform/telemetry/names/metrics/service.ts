import { gauge, type Metric } from '../../metrics/definition.ts';

export const serviceReady = gauge('octo.service.ready', {
  unit: '1',
  meaning: '1 when the service can do its work, as its readiness address says; asked whenever metrics are read, else 0',
  attributes: [],
});

export const serviceMetrics: readonly Metric[] = [serviceReady];
