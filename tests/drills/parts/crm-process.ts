import { crmEnv, startCrmProcess } from '../../../apps/crm/testing/crm-process.ts';
import { type RunningService, whenRunning } from './running-service.ts';

export interface CrmProcessOptions {
  databaseUrl: string;
  internalKey?: string;
  env?: Record<string, string>;
  /** What runs instead of the CRM's own `main.ts`, and its arguments. */
  entry?: string;
  args?: string[];
}

/** Starts a CRM as a process of its own, and waits until it is ready. */
export async function startCrm(options: CrmProcessOptions): Promise<RunningService> {
  const { databaseUrl, internalKey, env, entry, args } = options;
  const crm = startCrmProcess({ ...crmEnv(databaseUrl, internalKey), LOG_LEVEL: 'error', ...env }, { entry, args });
  return await whenRunning('CRM', crm, { isReady: entry === undefined });
}
