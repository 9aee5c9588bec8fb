import type { XrayRecord, XrayTrace } from '@octo/contracts/crm/xray.ts';

type Traces = Pick<XrayRecord, 'traces' | 'open_trace_id'>;

/** The trace to tell of: the one that was asked for, else the one that says most; undefined when none was kept. */
export function chosenTrace({ traces, open_trace_id }: Traces, asked: string | undefined): XrayTrace | undefined {
  const find = (id: string | null | undefined) => traces.find(({ trace_id }) => trace_id === id);
  return find(asked) ?? find(open_trace_id);
}
