import type { Finding, FindingGroup } from '@octo/ui/react/shell/finder.tsx';
import { asSqlId, asTraceId, sqlIdPath, tracePath, tracesPath } from '../paths.ts';
import { places } from './places.ts';

/** What is meant by what somebody types: a trace id goes straight to its trace. */
export function findingsFor(typed: string, services: readonly string[]): FindingGroup[] {
  const text = typed.trim();
  const traceId = asTraceId(text);
  if (traceId !== undefined)
    return [
      { title: 'Trace', findings: [{ path: tracePath(traceId), label: `Open trace ${traceId}`, icon: 'traces' }] },
    ];
  const sqlId = asSqlId(text);
  const matches = (name: string) => name.toLowerCase().includes(text.toLowerCase());
  return [
    { title: 'Statement', findings: sqlId === undefined ? [] : [statementOf(sqlId)] },
    {
      title: 'Pages',
      findings: places
        .filter(({ title }) => matches(title))
        .map(({ path, title, icon }) => ({ path, label: title, icon })),
    },
    { title: 'Services', findings: services.filter(matches).map(tracesOf) },
    { title: 'Search', findings: text === '' ? [] : searches(text) },
  ];
}

function statementOf(sqlId: string): Finding {
  return { path: sqlIdPath(sqlId), label: `Open statement ${sqlId}`, icon: 'database' };
}

function tracesOf(service: string): Finding {
  return { path: tracesPath({ service }), label: service, description: 'Its traces', icon: 'dashboard' };
}

function searches(text: string): Finding[] {
  const where = text.includes('=') ? 'by this attribute' : 'with such a span';
  return [
    { path: tracesPath({ q: text }), label: `Traces ${where}: ${text}`, icon: 'traces' },
    { path: `/logs?${new URLSearchParams({ q: text })}`, label: `Logs that say: ${text}`, icon: 'logs' },
  ];
}
