import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { type Clock, serviceActor, systemClock } from '@octo/platform/context/context.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import type { Kysely } from 'kysely';
import { createTurns } from '../lab/turns.ts';
import { createJournal } from '../records/journal.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';

export interface TestLab extends AsyncDisposable {
  /** A verb's context with the rights of the gateway, and a lab of one session. */
  ctx: WorkflowsCtx;
  /** The same for another replica: nothing is shared but the database. */
  replica: WorkflowsCtx;
  owner: Kysely<Tables>;
  clock: Clock & { pass(milliseconds: number): void };
}

export interface TestLabOptions {
  seed?: boolean;
  timeoutMs?: number;
  /** From the address of a PostgreSQL to the one that is used. */
  reach?(url: string): string;
}

export const testTraceId = '0af7651916cd43dd8448eb211c80319c';

export async function openTestLab(options: TestLabOptions = {}): Promise<TestLab> {
  const { seed = false, timeoutMs = 60_000, reach } = options;
  const database = await createTestDatabase({ seed });
  const clock = movableClock();
  const handles: Kysely<Tables>[] = [];
  const open = (role: 'octo_gateway' | 'octo_query', poolMax: number, limits: { statementTimeoutMs?: number } = {}) => {
    const address = reach ? { url: reach(database.urls[role]) } : database.addresses[role];
    const db = openDatabase<Tables>({ ...address, applicationName: 'test', poolMax, onQuery: recordQuery, ...limits });
    handles.push(db);
    return db;
  };
  const contextOf = (): WorkflowsCtx => ({
    db: open('octo_gateway', 4),
    clock,
    ids: createIds(open('octo_gateway', 1), clock),
    actor: serviceActor('test'),
    traceId: testTraceId,
    traceparent: null,
    serviceName: 'octo-workflow-gateway',
    lab: {
      db: open('octo_query', 1, { statementTimeoutMs: timeoutMs }),
      turns: createTurns(1, 0),
      timeoutMs,
      rowLimit: 50,
    },
    sweep: { pollSeconds: 90, isFaultyQueryRun: false, components: [] },
    journal: createJournal(),
  });
  const owner = openOwner(database);
  handles.push(owner);
  return {
    ctx: contextOf(),
    replica: contextOf(),
    owner,
    clock,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(handles.map((handle) => handle.destroy()));
      await database.close();
    },
  };
}

/** Stands still at a moment in the middle of a period, until a test moves it on. */
function movableClock(): TestLab['clock'] {
  const periodMs = 90_000;
  const begin = Math.floor(systemClock.now().getTime() / periodMs) * periodMs + periodMs / 2;
  let passedMs = 0;
  return {
    now: () => new Date(begin + passedMs),
    pass: (milliseconds) => {
      passedMs += milliseconds;
    },
  };
}
