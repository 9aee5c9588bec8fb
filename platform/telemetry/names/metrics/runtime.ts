import { counter, gauge, histogram, type Metric, proposed, upDownCounter } from '../../metrics/definition.ts';

const delay = { unit: 's', attributes: [], ...proposed } as const;
const perSpace = { unit: 'By', attributes: ['v8js.heap.space.name'], ...proposed } as const;

export const loopDelayMean = gauge('nodejs.eventloop.delay.mean', {
  ...delay,
  meaning: 'Mean delay of the event loop',
});
export const loopDelayP50 = gauge('nodejs.eventloop.delay.p50', {
  ...delay,
  meaning: 'Median delay of the event loop',
});
export const loopDelayP99 = gauge('nodejs.eventloop.delay.p99', { ...delay, meaning: '99 of 100 delays are below it' });
export const loopDelayMax = gauge('nodejs.eventloop.delay.max', {
  ...delay,
  meaning: 'Longest delay of the event loop',
});
export const loopUtilization = gauge('nodejs.eventloop.utilization', {
  unit: '1',
  meaning: 'Share of the time in which the event loop was busy',
  attributes: [],
  ...proposed,
});
export const heapUsed = upDownCounter('v8js.memory.heap.used', { ...perSpace, meaning: 'Heap in use' });
export const heapLimit = upDownCounter('v8js.memory.heap.limit', { ...perSpace, meaning: 'Heap set aside' });
export const gcDuration = histogram('v8js.gc.duration', {
  unit: 's',
  meaning: 'Pauses for collecting garbage',
  attributes: ['v8js.gc.type'],
  buckets: [0.01, 0.1, 1, 10],
  ...proposed,
});
export const cpuTime = counter('process.cpu.time', {
  unit: 's',
  meaning: 'Processor time of the process',
  attributes: ['cpu.mode'],
  ...proposed,
});
export const memoryUsage = upDownCounter('process.memory.usage', {
  unit: 'By',
  meaning: 'Physical memory of the process',
  attributes: [],
  ...proposed,
});

export const uptime = gauge('process.uptime', {
  unit: 's',
  meaning: 'How long the process has been running',
  attributes: [],
  ...proposed,
});

export const runtimeMetrics: readonly Metric[] = [
  loopDelayMean,
  loopDelayP50,
  loopDelayP99,
  loopDelayMax,
  loopUtilization,
  heapUsed,
  heapLimit,
  gcDuration,
  cpuTime,
  memoryUsage,
  uptime,
];
