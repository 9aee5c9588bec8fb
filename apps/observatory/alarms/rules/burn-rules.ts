import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { Slo } from '../../slos/slo.ts';
import { slos } from '../../slos/slos.ts';
import type { AlarmRule, TraceExample } from '../alarm-rule.ts';
import { fastBurn, slowBurn } from '../burn-windows.ts';

/** Two for each objective: one that wakes somebody, and one that can wait. */
export const burnRules: readonly AlarmRule[] = slos.flatMap((slo) => [fastRule(slo), slowRule(slo)]);

function fastRule(slo: Slo): AlarmRule {
  return {
    ...common(slo),
    id: `${slo.id}.fast`,
    title: `${slo.title} burns fast`,
    severity: 'page',
    meaning: `${promiseOf(slo)} At this rate the error budget of ${slo.windowDays} days is used up within days.`,
    condition: { kind: 'burn', slo, windows: fastBurn },
  };
}

function slowRule(slo: Slo): AlarmRule {
  return {
    ...common(slo),
    id: `${slo.id}.slow`,
    title: `${slo.title} burns slowly`,
    severity: 'ticket',
    meaning: `${promiseOf(slo)} It has not been so for many hours, and the error budget of ${slo.windowDays} days will not last.`,
    condition: { kind: 'burn', slo, windows: slowBurn },
  };
}

function promiseOf({ objective, promise }: Slo): string {
  return `Promised is that ${Number((objective * 100).toFixed(2))}% ${promise}.`;
}

function common(slo: Slo) {
  return {
    subject: slo.service,
    advice:
      'Open one of the example traces and look for the first span that failed or took the time. Then see what else it slows down or breaks on the topology.',
    runbook: 'an-objective-burns-too-fast',
    page: `/slos?slo=${slo.id}`,
    unit: 'percent',
    value: 'Burn, as a share of what fires: over both windows of the worse pair',
    forMs: 0,
    traces: examplesOf(slo),
  } as const;
}

/** The requests, or the attempts, that were bad. What only a distribution tells of is in no span. */
export function examplesOf({ source }: Slo): readonly TraceExample[] {
  if (source.kind === 'distribution') return [];
  if (source.kind === 'counter')
    return source.bad.map((value) => ({ service: source.service, q: `${source.attribute}=${value}` }));
  const { service, workflow, withinMs } = source;
  const q = `${attributeNames.workflowId}=${workflow}`;
  return [withinMs === undefined ? { service, q, status: 'error' } : { service, q, minDurationMs: withinMs }];
}
