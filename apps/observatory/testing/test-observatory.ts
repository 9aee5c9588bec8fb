import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createObservatoryApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createObservatory, type Observatory, type ObservatoryOverrides } from '../context.ts';

export interface TestObservatory extends AsyncDisposable {
  app: FastifyInstance;
  observatory: Observatory;
  /** Moves its clock on. */
  pass(ms: number): void;
  /** Sends OTLP JSON and waits until it can be read. */
  send(signal: 'traces' | 'logs' | 'metrics', body: object): Promise<void>;
}

/** A whole observatory without a socket, with a folder of its own: use `app.inject`. */
export async function createTestObservatory(
  env: Record<string, string> = {},
  overrides: ObservatoryOverrides = {},
): Promise<TestObservatory> {
  const dir = mkdtempSync(join(tmpdir(), 'octo-observatory-'));
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const config = readConfig({ OBSERVATORY_DIR: dir, LOG_LEVEL: 'error', ...env });
  const observatory = createObservatory(config, { clock, ...overrides });
  const app = await createObservatoryApp(observatory);
  return {
    app,
    observatory,
    pass(ms) {
      aheadMs += ms;
    },
    async send(signal, payload) {
      const answer = await app.inject({ method: 'POST', url: `/v1/${signal}`, payload });
      if (answer.statusCode !== 200) throw new Error(`/v1/${signal} answered ${answer.statusCode}: ${answer.payload}`);
      await observatory.queue.untilWritten();
    },
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await observatory[Symbol.asyncDispose]();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
