import { type Attributes, type Route, routes, type Statement, statements } from './platform.ts';
import { hexOf, wholeBelow } from './random.ts';
import { type Plan, planOf, type Shape } from './shape.ts';

export interface MadeSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly service: number;
  /** As the wire numbers them: 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly isError: boolean;
  readonly startMs: number;
  readonly durationMs: number;
  readonly name: string;
  /** What is the same for every span of its sort, and what is not. */
  readonly fixed: Attributes;
  readonly own: Attributes;
}

/** Spans of a trace, in turn: few traces have many of them. */
const sizes = [5, 9, 12, 17, 20, 37];
const agents = ['curl/7.88.1', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0', 'node'];

/** The spans of one trace, those that ended first before the others. */
export function makeSpans(shape: Shape, number: number): MadeSpan[] {
  const plan = planOf(shape, number);
  const size = sizes[number % sizes.length] ?? 5;
  const slowness = plan.random() < 0.02 ? 20 : 1;
  const spans: MadeSpan[] = [];
  const { route, routeAt, startMs, isError } = plan;
  addRequest({ plan, slowness, spans }, { route, routeAt, startMs, size, parentSpanId: '', isError });
  return spans;
}

interface Work {
  readonly plan: Plan;
  readonly slowness: number;
  readonly spans: MadeSpan[];
}

interface Request {
  readonly route: Route;
  readonly routeAt: number;
  readonly startMs: number;
  /** Spans, with all below it. */
  readonly size: number;
  readonly parentSpanId: string;
  readonly isError: boolean;
}

/** A server span, below it a verb, below that its statements and perhaps a call of another service. Returns when it ended. */
function addRequest(work: Work, request: Request): number {
  const { plan, spans } = work;
  const { traceId, random } = plan;
  const { route, startMs, size, parentSpanId, isError } = request;
  const { service } = route;
  const [spanId, verbId] = [hexOf(random, 2), hexOf(random, 2)];
  const isCalling = size >= 10 && parentSpanId === '';
  const below = isCalling ? Math.floor(size / 3) : 0;
  let nowMs = addStatements(work, request, verbId, size - 2 - (isCalling ? 1 + below : 0));
  if (isCalling) nowMs = addCall(work, request, { verbId, size: below, startMs: nowMs });
  const common = { traceId, service, isError, startMs };
  const verb = { name: `${route.noun}.handle`, kind: 1, fixed: {}, own: { 'octo.order.id': plan.orderId } };
  spans.push({ ...common, ...verb, spanId: verbId, parentSpanId: spanId, durationMs: nowMs - startMs });
  const own: Attributes = {
    'url.path': route.path.replace(':id', String(plan.orderId)),
    'user_agent.original': agents[plan.number % 3] ?? '',
    'octo.request_id': `01a20199-${hexOf(random, 1)}-${hexOf(random, 2)}`,
    'http.response.status_code': isError ? 500 : 200,
    ...(isError ? { 'error.type': 'DatabaseError', 'octo.outcome': 'internal' } : {}),
  };
  const server = { name: `${route.method} ${route.path}`, kind: 2, fixed: route.server, own };
  spans.push({ ...common, ...server, spanId, parentSpanId, durationMs: nowMs + 0.2 - startMs });
  return nowMs + 0.2;
}

function addStatements({ plan, slowness, spans }: Work, request: Request, parentSpanId: string, count: number): number {
  const { traceId, random } = plan;
  const { service } = request.route;
  const backend = 18_000 + wholeBelow(random, 40);
  let startMs = request.startMs + 0.2;
  for (let left = count; left > 0; left -= 1) {
    const { name, fixed, usualMs } = statementOf(request.routeAt, random);
    const durationMs = Math.round(usualMs * slowness * (0.5 - Math.log(1 - random() * 0.999)) * 1000) / 1000;
    const isError = request.isError && left === 1;
    const own: Attributes = { 'octo.db.backend_pid': backend, 'db.response.returned_rows': wholeBelow(random, 20) };
    if (random() < 0.05) own['octo.db.connection_wait_ms'] = wholeBelow(random, 9000) / 1000;
    if (isError) Object.assign(own, { 'error.type': '23505', 'db.response.status_code': '23505' });
    const common = { traceId, spanId: hexOf(random, 2), parentSpanId, service, kind: 3, isError };
    spans.push({ ...common, startMs, durationMs, name, fixed, own });
    startMs += durationMs + 0.03;
  }
  return startMs;
}

function statementOf(routeAt: number, random: () => number): Statement {
  const statement = statements[(routeAt * 7 + Math.floor(random() ** 2 * 12)) % statements.length];
  if (!statement) throw new RangeError('there is no such statement');
  return statement;
}

function addCall(
  work: Work,
  { route, routeAt }: Request,
  call: { verbId: string; size: number; startMs: number },
): number {
  const { plan, spans } = work;
  const { traceId, random, orderId } = plan;
  const otherAt = (routeAt + 1 + wholeBelow(random, 3)) % routes.length;
  const other = routes[otherAt] ?? route;
  const { startMs, verbId, size } = call;
  const spanId = hexOf(random, 2);
  const asked = { route: other, routeAt: otherAt, startMs: startMs + 0.3, size, parentSpanId: spanId, isError: false };
  const endMs = addRequest(work, asked) + 0.3;
  const own = {
    'url.full': `http://localhost:8071${other.path.replace(':id', String(orderId))}`,
    'http.response.status_code': 200,
  };
  const common = { traceId, spanId, parentSpanId: verbId, service: route.service, kind: 3, isError: false };
  const name = `${other.method} ${other.path}`;
  spans.push({ ...common, startMs, durationMs: endMs - startMs, name, fixed: other.client, own });
  return endMs + 0.1;
}
