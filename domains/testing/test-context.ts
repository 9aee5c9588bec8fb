import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { type Actor, type Clock, guest } from '@octo/platform/context/context.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import type { Kysely } from 'kysely';
import type { CheckoutCtx } from '../checkout/index.ts';
import type { Ctx } from '../context.ts';
import { simulatedRail } from '../payments/index.ts';

export interface TestContext extends AsyncDisposable {
  /** A verb's context with the rights of the shop. */
  ctx: CheckoutCtx;
  /** The same with the rights of the CRM, on behalf of an operator. */
  crm: Ctx;
  /** The same database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
}

/** Stands still: whatever a test wants to happen later, it moves there with `later`. */
const clock: Clock = { now: () => new Date('2026-01-02T03:04:05.678Z') };
const operator: Actor = { id: 'user:7', permissions: new Set() };
/** Far beyond what an answer takes; a test of the time-out sets a short one. */
const patienceMs = 60_000;

/** A context on a database of its own, seeded if asked; every query that runs is compiled for Oracle too. */
export async function createTestContext(options: { seed?: boolean } = {}): Promise<TestContext> {
  const database = await createTestDatabase(options);
  const { octo_shop, octo_crm } = database.addresses;
  const open = (address: DatabaseAddress, poolMax: number) =>
    openDatabase<Tables>({ ...address, applicationName: 'test', poolMax, onQuery: recordQuery });
  const db = open(octo_shop, 10);
  const side = open(octo_shop, 4);
  const crmDb = open(octo_crm, 10);
  const crmSide = open(octo_crm, 2);
  const owner = openOwner(database);
  const ids = createIds(side, clock);
  const rail = simulatedRail({ db: side, clock, ids });
  const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', traceparent: null };
  return {
    ctx: { db, clock, ids, actor: guest, ...trace, rail, railTimeoutMs: patienceMs, repeatWaitMs: patienceMs },
    crm: { db: crmDb, clock, ids: createIds(crmSide, clock), actor: operator, ...trace },
    owner,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([db, side, crmDb, crmSide, owner].map((each) => each.destroy()));
      await database.close();
    },
  };
}
