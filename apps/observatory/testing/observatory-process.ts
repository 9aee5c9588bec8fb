import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, startServiceProcess } from '@octo/platform/testing/service-process.ts';

/** The observatory as it runs: a process of its own with nothing but this environment, on a free port. */
export function startObservatoryProcess(dir: string, env: Record<string, string> = {}): ServiceProcess {
  const common = { PORT: '0', OTLP_PORT: '0', OBSERVATORY_DIR: dir, LOG_LEVEL: 'warn' };
  return startServiceProcess({ app: 'apps/observatory', env: { ...common, ...env } });
}

export interface StoreFolder extends Disposable {
  readonly path: string;
}

export function newStoreFolder(): StoreFolder {
  const path = mkdtempSync(join(tmpdir(), 'octo-observatory-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
