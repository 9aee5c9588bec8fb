import type { XrayRecord, XrayStep, XrayTrace } from '@octo/contracts/crm/xray.ts';

/** What is known of a record itself; its traces follow from its steps. */
export interface Found
  extends Pick<XrayRecord, 'title' | 'about' | 'path' | 'money' | 'facts' | 'deliveries' | 'movements' | 'audit'> {
  /** What was done about it, in any order. */
  steps: readonly XrayStep[];
  /** The trace that says most; the newest where there is none. */
  decisiveTraceId?: string | null;
}

/** What is told of a record under its kind and id. */
export type Story = Omit<XrayRecord, 'kind' | 'id'>;

/** For what has no such part. */
export const nothingElse = { money: [], facts: [], deliveries: [], movements: [], audit: [] };

const mostTraces = 50;

/** Sorts what was done by the trace in which it was done. */
export function toXray({ steps, decisiveTraceId, ...found }: Found): Story {
  const inOrder = steps.toSorted((a, b) => a.at.localeCompare(b.at));
  const traces = tracesOf(inOrder);
  const decisive = traces.find(({ trace_id }) => trace_id === decisiveTraceId) ?? traces.at(-1);
  return {
    ...found,
    traces,
    open_trace_id: decisive?.trace_id ?? null,
    untraced: inOrder.filter(({ trace_id }) => trace_id === null),
  };
}

function tracesOf(steps: readonly XrayStep[]): XrayTrace[] {
  const byTrace = new Map<string, XrayTrace>();
  for (const step of steps) {
    if (step.trace_id === null) continue;
    const known = byTrace.get(step.trace_id);
    if (known) known.steps.push(step);
    else byTrace.set(step.trace_id, { trace_id: step.trace_id, first_at: step.at, steps: [step] });
  }
  return [...byTrace.values()].slice(-mostTraces);
}

/** The id of a trace that somebody recorded; null for work that nobody traced. */
export function realTrace(traceId: string | null): string | null {
  return traceId !== null && /^(?!0{32})[0-9a-f]{32}$/.test(traceId) ? traceId : null;
}
