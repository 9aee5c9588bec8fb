import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Static } from 'typebox';
import { isLike, isTimely, MetricData, mostRequestBytes, PostMetricData, PutLogs } from './documented-limits.ts';
import { signatureFault } from './verify-signature.ts';

export type LogBatch = Static<typeof PutLogs>['logEntryBatches'][number];
export type TakenMetric = Static<typeof MetricData>;

/** An answer in place of the one that a request would have: a status with its headers, or none at all. */
export type Trouble = { status: number; headers?: Record<string, string> } | 'silence';

/** Logging and Monitoring of OCI as far as their documents say how they take requests, on this machine. */
export interface LoopbackOci extends AsyncDisposable {
  url: string;
  /** Public keys by their id. */
  keys: Map<string, KeyObject>;
  logs: { logId: string; batch: LogBatch }[];
  metrics: TakenMetric[];
  /** What every request was answered, with the reason for what was refused. */
  answers: { status: number; why?: string }[];
  /** What the next requests meet instead, in turn. */
  troubles: Trouble[];
}

export async function startLoopbackOci(): Promise<LoopbackOci> {
  const taken: Pick<LoopbackOci, 'keys' | 'logs' | 'metrics' | 'answers' | 'troubles'> = {
    keys: new Map(),
    logs: [],
    metrics: [],
    answers: [],
    troubles: [],
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const trouble = taken.troubles.shift();
    if (trouble === 'silence') return;
    const { status, headers = {}, why, content }: Answer = trouble ?? answerTo(request, body, taken);
    taken.answers.push({ status, ...(why === undefined ? {} : { why }) });
    reply(response, status, headers, content ?? (status < 300 ? {} : { code: 'Refused', message: why ?? 'trouble' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: AddressInfo = Object(server.address());
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { ...taken, url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  why?: string;
  content?: object;
}

function answerTo(
  request: IncomingMessage,
  body: Buffer,
  taken: Pick<LoopbackOci, 'keys' | 'logs' | 'metrics'>,
): Answer {
  const why = signatureFault(request, body, taken.keys);
  if (why !== undefined) return { status: 401, why };
  if (body.length > mostRequestBytes) return { status: 413, why: `${body.length} bytes` };
  const content: unknown = JSON.parse(String(body));
  const [, logId] = /^\/20200831\/logs\/([^/]+)\/actions\/push$/.exec(request.url ?? '') ?? [];
  if (logId !== undefined) return takeLogs(decodeURIComponent(logId), content, taken.logs);
  if (request.url === '/20180401/metrics') return takeMetrics(content, taken.metrics);
  return { status: 404, why: `nothing at ${request.url}` };
}

function takeLogs(logId: string, content: unknown, logs: LoopbackOci['logs']): Answer {
  if (!isLike(PutLogs, content)) return { status: 400, why: 'not PutLogs' };
  for (const batch of content.logEntryBatches) logs.push({ logId, batch });
  return { status: 200 };
}

/** Takes what it can, as it does when nobody asks for all or nothing. */
function takeMetrics(content: unknown, metrics: TakenMetric[]): Answer {
  if (!isLike(PostMetricData, content)) return { status: 400, why: 'not PostMetricData' };
  const isGood = (one: unknown): one is TakenMetric =>
    isLike(MetricData, one) && one.datapoints.every(({ timestamp }) => isTimely(timestamp));
  const good = content.metricData.filter(isGood);
  if (good.length === 0) return { status: 400, why: 'no metric is good' };
  metrics.push(...good);
  return { status: 200, content: { failedMetricsCount: content.metricData.length - good.length } };
}

function reply(response: ServerResponse, status: number, headers: Record<string, string>, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'opc-request-id': 'one', ...headers });
  response.end(JSON.stringify(content));
}
