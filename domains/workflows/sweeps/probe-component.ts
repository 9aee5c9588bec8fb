import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsSince } from '../records/execution.ts';
import type { NewSnapshot } from '../records/snapshot.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import type { Component, Finding } from './component.ts';

/** Far beyond what an answer takes: who needs longer is down for whoever waits. */
const patienceMs = 5000;

/** Asks a component how it is, and measures how long it takes to answer. One that nobody configured is unknown. */
export async function probeComponent(ctx: WorkflowsCtx, component: Component): Promise<NewSnapshot> {
  const observedAt = ctx.clock.now();
  const startedMs = performance.now();
  const { status, details } = await findOut(component);
  return {
    componentName: component.name,
    componentType: component.type,
    status,
    sourceService: ctx.serviceName,
    latencyMs: component.probe ? millisecondsSince(startedMs) : null,
    details,
    traceId: ctx.traceId,
    observedAt,
  };
}

async function findOut({ probe }: Component): Promise<Finding> {
  if (!probe) return { status: 'unknown', details: 'It is not configured.' };
  const isOver = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: isOver.signal }).then((): Finding => {
    return { status: 'down', details: `It did not answer within ${patienceMs / 1000} s.` };
  });
  try {
    return await Promise.race([probe(), late]);
  } catch {
    return { status: 'down', details: 'It cannot be reached.' };
  } finally {
    isOver.abort();
    late.catch(() => undefined);
  }
}
