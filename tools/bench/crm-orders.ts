import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { type Child, startChild } from './child.ts';
import { compare } from './compare.ts';
import { get } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { megabytesOf } from './memory.ts';
import { recordStatements } from './record-statements.ts';
import { type Row, ratioRow } from './row.ts';
import { floorArgs, serviceArgs, tracedEnvironment } from './service-child.ts';
import { visitCrm } from './services-within.ts';
import { signIn } from './sign-in.ts';

const rounds = 15;
const path = '/api/orders?limit=50';

/** The first page of orders for somebody signed in, tracing on, against its statement prepared by a bare driver. */
export async function crmOrderRows(bench: Bench): Promise<Row[]> {
  const { database, sink } = bench;
  const what = 'CRM orders list of 50, throughput against its statement prepared';
  bench.say(what);
  await using crm = await startChild(serviceArgs('crm'), tracedEnvironment('crm', database, sink));
  const cookie = await signIn(crm, database);
  const args = floorArgs('read', database.urls.octo_crm ?? '', await recordList(bench, cookie));
  await using floor = await startChild(args);
  await using sameFloor = await startChild(args);
  const load: Load = { connections: 8, count: 400, request: get(path, { cookie }) };
  const run = (child: Child) => () => measure(child, load);
  const result = await compare(bench, rounds, { ours: run(crm), floor: run(floor), sameFloor: run(sameFloor) });
  return [{ ...ratioRow(what, 'throughput', result), megabytes: await megabytesOf([crm.pid]) }];
}

/** Returns the file of the statement that reads the page. */
async function recordList({ database }: Bench, cookie: string): Promise<string> {
  const { statements } = await visitCrm(database, cookie, (read) => recordStatements(() => read(path)));
  const list = statements.find(({ text }) => text.includes('from orders'));
  if (!list) throw new Error('the list of orders read no order');
  const file = join(database.dir, 'orders-read.json');
  await writeFile(file, JSON.stringify(list));
  return file;
}
