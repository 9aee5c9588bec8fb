import type { FastifyInstance } from 'fastify';
import { createCrmApp } from '../app.ts';
import { createCrm } from '../context.ts';
import type { TestCrm } from './test-crm.ts';

/** Another instance of the CRM over the same database, with nothing else in common. */
export async function startReplica(t: TestCrm): Promise<{ app: FastifyInstance } & AsyncDisposable> {
  const { clock } = t.crm.serviceContext('test');
  const crm = createCrm(t.crm.config, { clock, logger: t.crm.logger });
  const app = await createCrmApp(crm);
  return {
    app,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await crm[Symbol.asyncDispose]();
    },
  };
}
