import { monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import {
  cpuTime,
  gcDuration,
  heapLimit,
  heapUsed,
  loopDelayMax,
  loopDelayMean,
  loopDelayP50,
  loopDelayP99,
  loopUtilization,
  memoryUsage,
  uptime,
} from '../names/metrics/runtime.ts';
import { note, observe } from './instruments.ts';

/** By the bits of `detail.kind` of a garbage collection. */
const gcTypes: Readonly<Record<number, string>> = {
  1: 'minor',
  2: 'minor',
  4: 'major',
  8: 'incremental',
  16: 'weakcb',
};

/** Tells of the event loop, the heap and the process until it is disposed of. Delays are those since somebody last looked. */
export function watchRuntime(): Disposable {
  const stack = new DisposableStack();
  stack.use(watchLoop());
  stack.use(watchGarbage());
  stack.use(
    observe(heapUsed, (result) => {
      for (const space of getHeapSpaceStatistics())
        result.observe(space.space_used_size, { 'v8js.heap.space.name': space.space_name });
    }),
  );
  stack.use(
    observe(heapLimit, (result) => {
      for (const space of getHeapSpaceStatistics())
        result.observe(space.space_size, { 'v8js.heap.space.name': space.space_name });
    }),
  );
  stack.use(
    observe(cpuTime, (result) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1e6, { 'cpu.mode': 'user' });
      result.observe(system / 1e6, { 'cpu.mode': 'system' });
    }),
  );
  stack.use(observe(memoryUsage, (result) => result.observe(process.memoryUsage.rss())));
  stack.use(observe(uptime, (result) => result.observe(process.uptime())));
  return stack;
}

function watchLoop(): Disposable {
  const stack = new DisposableStack();
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  stack.defer(() => delays.disable());
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  stack.use(observe(loopDelayMean, (result) => result.observe(seconds(delays.mean))));
  stack.use(observe(loopDelayP50, (result) => result.observe(seconds(delays.percentile(50)))));
  stack.use(observe(loopDelayP99, (result) => result.observe(seconds(delays.percentile(99)))));
  stack.use(observe(loopDelayMax, (result) => result.observe(seconds(delays.max))));
  let last = performance.eventLoopUtilization();
  stack.use(
    observe(loopUtilization, (result) => {
      const now = performance.eventLoopUtilization();
      result.observe(performance.eventLoopUtilization(now, last).utilization);
      last = now;
      queueMicrotask(() => delays.reset());
    }),
  );
  return stack;
}

function watchGarbage(): Disposable {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      note(gcDuration, entry.duration / 1000, { 'v8js.gc.type': gcTypes[gcKind(entry)] ?? 'major' });
  });
  observer.observe({ type: 'gc' });
  return { [Symbol.dispose]: () => observer.disconnect() };
}

function gcKind(entry: PerformanceEntry): number {
  const detail = 'detail' in entry ? entry.detail : undefined;
  return typeof detail === 'object' && detail !== null && 'kind' in detail ? Number(detail.kind) : 0;
}
