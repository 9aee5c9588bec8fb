import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { ReceiverName } from '../receivers/fate.ts';
import { retryAfterMs } from '../retry-after.ts';
import { readRejected } from './partial-success.ts';

export interface Receiver {
  url: string;
  headers: Readonly<Record<string, string>>;
}

/** One of the receivers that the configuration names. */
export interface NamedReceiver extends Receiver {
  name: ReceiverName;
  isCompressed: boolean;
}

export interface SenderOptions {
  timeoutMs: number;
  isCompressed: boolean;
  retryPauseMs?: number;
}

/** What became of a body: `sent`, or why it was not, as a status or the code of a failed connection. */
export type SendResult = 'sent' | (string & {});

export interface Delivery {
  result: SendResult;
  /** Records of the body that the receiver says it did not keep. */
  rejected: number;
}

export interface Sender extends Disposable {
  /** Posts a protobuf body, whole or in parts. Never throws. What may pass, such as a receiver that starts, is tried again for some seconds. */
  send(body: Buffer | readonly Buffer[]): Promise<Delivery>;
  /** The process ends: from now on what may pass is tried once more, and no more. */
  hurry(): void;
}

const contentType = 'application/x-protobuf';
const longestPauseMs = 5000;
/** Before each further attempt, in pauses of `retryPauseMs`. */
const pauses = [1, 2, 4, 8];
const mayPass = new Set(['429', '502', '503', '504', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const compress = promisify(gzip);
/** Names repeat so often that the quickest way packs almost as well. */
const quickest = { level: constants.Z_BEST_SPEED };

/** An answer that is longer is not read on. */
const mostAnswerBytes = 64 * 1024;

interface Answer extends Delivery {
  retryAfterMs?: number;
}

export function createSender(receiver: Receiver, options: SenderOptions): Sender {
  const { isCompressed, retryPauseMs = 500 } = options;
  const ending = new AbortController();
  const url = new URL(receiver.url);
  const keepAlive = { keepAlive: true, maxSockets: 1 };
  const agent = url.protocol === 'https:' ? new HttpsAgent(keepAlive) : new HttpAgent(keepAlive);
  const headers = {
    ...receiver.headers,
    'content-type': contentType,
    ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
  };
  const attempt = async (parts: readonly Buffer[]) => {
    const open = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = { 'content-length': parts.reduce((sum, part) => sum + part.length, 0) };
    return post(open(url, { method: 'POST', agent, headers: { ...headers, ...length } }), parts, options.timeoutMs);
  };
  /** The end cuts short what is waited for already. */
  const waitFor = async (ms: number) => {
    const signal = ending.signal.aborted ? {} : { signal: ending.signal };
    await sleep(ms, undefined, { ref: false, ...signal }).catch(() => undefined);
  };
  const send = async (plain: readonly Buffer[]) => {
    const parts = isCompressed ? [await compress(Buffer.concat(plain), quickest)] : plain;
    let answer = await attempt(parts);
    for (const pause of pauses) {
      if (!mayPass.has(answer.result)) return answer;
      await waitFor(answer.retryAfterMs ?? pause * retryPauseMs);
      answer = await attempt(parts);
      if (ending.signal.aborted) return answer;
    }
    return answer;
  };
  return {
    send: (body) => send([body].flat()).catch(failed),
    hurry: () => ending.abort(),
    [Symbol.dispose]: () => agent.destroy(),
  };
}

function failed({ code = 'failed' }: NodeJS.ErrnoException): Delivery {
  return { result: code, rejected: 0 };
}

function post(request: ClientRequest, parts: readonly Buffer[], timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ result: 'timed_out', rejected: 0 });
      request.destroy();
    }, timeoutMs).unref();
    request.once('close', () => clearTimeout(timer));
    request.once('error', (error: NodeJS.ErrnoException) => resolve(failed(error)));
    request.once('response', (response) => {
      const read: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= mostAnswerBytes) read.push(chunk);
      });
      response.once('error', () => resolve({ result: 'failed', rejected: 0 }));
      response.once('end', () => resolve(answerOf(response, Buffer.concat(read))));
    });
    request.cork();
    for (const part of parts) request.write(part);
    request.end();
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, body: Buffer): Answer {
  if (statusCode >= 200 && statusCode < 300) {
    const isProtobuf = headers['content-type']?.startsWith(contentType) === true;
    return { result: 'sent', rejected: isProtobuf ? readRejected(body) : 0 };
  }
  const askedMs = retryAfterMs(headers['retry-after']);
  const pause = askedMs === undefined ? {} : { retryAfterMs: Math.min(askedMs, longestPauseMs) };
  return { result: String(statusCode), rejected: 0, ...pause };
}
