import { browserAttributes, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import type { SignalState, XrayBrowserEvent, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { fromUnixNano, type Observatory, type Span, type VisitBody } from '../../observatory.ts';
import { toInstant } from '../../wire/instant.ts';

const mostEvents = 50;
const longestText = 300;

type Told = XrayTraceStory['browser'];
type Step = VisitBody['steps'][number];

/** What the browser told beside its spans in this trace, and the visit that it belongs to. */
export async function browserOf(
  observatory: Observatory,
  state: SignalState,
  spans: readonly Span[],
  traceId: string,
): Promise<Told> {
  const sessionId = spans.map(sessionOf).find((id) => id !== null) ?? null;
  const nothing = { session_id: sessionId, app: null, events: [] };
  if (sessionId === null) return { state: state === 'found' ? 'none' : state, ...nothing };
  const visit = await observatory.visit(sessionId, traceId);
  if (visit.state !== 'found') return { state: visit.state, ...nothing };
  const { session, steps } = visit.body;
  return {
    state: 'found',
    session_id: sessionId,
    app: session.app,
    // An observatory of an older release tells the whole visit.
    events: steps
      .filter((step) => step.traceId === traceId)
      .flatMap(toEvent)
      .slice(0, mostEvents),
  };
}

function sessionOf({ isUntrusted, attributes }: Span): string | null {
  const id = attributes[browserAttributes.sessionId];
  return isUntrusted && typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) ? id : null;
}

/** Spans stand among the spans of the trace already. */
function toEvent({ kind, timeUnixNano, name, page, attributes }: Step): XrayBrowserEvent[] {
  if (kind !== 'web_vital' && kind !== 'error' && kind !== 'custom') return [];
  const { vitalName, vitalValue, exceptionType, exceptionMessage } = browserAttributes;
  const value = Number(attributes[vitalValue] ?? Number.NaN);
  const own = textOf(attributes[kind === 'web_vital' ? vitalName : exceptionType]);
  return [
    {
      at: toInstant(fromUnixNano(timeUnixNano)),
      kind,
      name: own ?? (name === vitalEvent ? 'web vital' : name),
      page,
      value: kind === 'web_vital' && Number.isFinite(value) ? value : null,
      message: kind === 'error' ? textOf(attributes[exceptionMessage]) : null,
    },
  ];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, longestText) : null;
}
