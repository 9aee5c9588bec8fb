import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { operatorHeader } from '@octo/contracts/workflows.ts';
import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import type { LightMyRequestResponse as Answer, FastifyInstance, InjectOptions } from 'fastify';
import type { Kysely } from 'kysely';
import { createGatewayApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createGateway, type Gateway, type GatewayOverrides } from '../context.ts';
import { gatewayEnv } from './gateway-process.ts';

export interface TestGateway extends AsyncDisposable {
  app: FastifyInstance;
  gateway: Gateway;
  /** The database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
  /** To share with another service, or another of its kind. */
  database: TestDatabase;
  /** A request as our services send it, for somebody when they are named. */
  ask(url: string, options?: { payload?: object; operator?: number }): Promise<Answer>;
}

export interface TestGatewayOptions {
  env?: Record<string, string>;
  /** One that is shared with other services; whoever made it closes it. */
  database?: TestDatabase;
  overrides?: GatewayOverrides;
  /** From the URLs of the database to those that the gateway is given. */
  reach?(url: string): string;
}

/** The whole gateway without a socket, on a seeded database of its own: use `app.inject`. */
export async function createTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const database = options.database ?? (await createTestDatabase({ seed: true }));
  const config = readConfig({
    ...gatewayEnv(signInsTo(database, options.reach)),
    LOG_LEVEL: 'error',
    QUERY_ROW_LIMIT: '50',
    ...options.env,
  });
  const gateway = createGateway(config, { onQuery: recordQuery, ...options.overrides });
  const app = await createGatewayApp(gateway);
  const owner = openOwner(database);
  return {
    app,
    gateway,
    owner,
    database,
    ask: (url, { payload, operator } = {}) => app.inject({ url, ...asService(payload, operator) }),
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await gateway[Symbol.asyncDispose]();
      await owner.destroy();
      if (!options.database) await database.close();
    },
  };
}

function signInsTo(database: TestDatabase, reach?: (url: string) => string) {
  if (!reach) return database.addresses;
  const { octo_gateway, octo_query } = database.urls;
  return { octo_gateway: reach(octo_gateway), octo_query: reach(octo_query) };
}

function asService(payload: object | undefined, operator: number | undefined): InjectOptions {
  const forWhom = operator === undefined ? {} : { [operatorHeader]: String(operator) };
  const headers = { [internalKeyHeader]: serviceKey, ...forWhom };
  return payload === undefined ? { method: 'GET', headers } : { method: 'POST', headers, payload };
}
