import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as endpoints from '@octo/contracts/crm/simulation.ts';
import { listAlarmEvents, listAlarms } from '@octo/contracts/observatory-alarms.ts';
import { allFaults, type Fault, type Signal } from '@octo/domains/simulation';
import { hire, type Operator, signIn } from '../drills/parts/operator.ts';
import { type Buyers, keepBuying } from './faults/keep-buying.ts';
import { isOfSpeed, isOver, isSeen, wordsOf } from './faults/see-signal.ts';
import { eventually, openSignalHouse, type SignalHouse } from './house.ts';

// What is broken on purpose is seen for what it is, in every signal that its contract names, and is over when it is cleared.

const enabled = { CHAOS_ENABLED: 'true' };
/** What takes an hour takes ten seconds, or the half minute that every alarm needs to see anything in. */
const paced = { OBSERVATORY_ALARM_PACE: '360' };
/** An alarm looks at half a minute, and some wait for another one. */
const patienceMs = 120_000;
const ofTheShop = allFaults.filter(({ target }) => target === 'shop');
const beganMs = Date.now();
const appliedMs = new Map<string, number>();

let house: SignalHouse;
let operator: Operator;
let buyers: Buyers;
before(async () => {
  // A shop that lets nobody break it, to begin with.
  house = await openSignalHouse({ observatory: paced, crm: enabled });
  // More than all of them will buy.
  await house.owner.updateTable('stockLevels').set({ quantity: 100_000 }).execute();
  await hire(house.owner);
  operator = await signIn(house.urls.crm);
  buyers = keepBuying(house.urls.shop);
});
after(async () => {
  await buyers[Symbol.asyncDispose]();
  await house[Symbol.asyncDispose]();
});

async function apply({ id }: Fault): Promise<void> {
  appliedMs.set(id, Date.now());
  const { status, body } = await operator.post(endpoints.applyFault.path, { fault_id: id, for_seconds: 600 });
  assert.equal(status, 201, JSON.stringify(body));
}

async function clear({ id }: Fault): Promise<void> {
  const { status, body } = await operator.delete(`${endpoints.applyFault.path}/${id}`);
  assert.equal(status, 200, JSON.stringify(body));
}

async function seenOf(signals: readonly Signal[], sinceMs: number): Promise<string[]> {
  const looks = await Promise.all(signals.map((signal) => isSeen(house.observatory, signal, sinceMs)));
  return signals.filter((_, index) => looks[index]).map(wordsOf);
}

/** Each signal once is enough: a session that waits is gone when the alarm about it comes. */
async function untilAllSeen({ id, contract }: Fault): Promise<void> {
  const sinceMs = appliedMs.get(id) ?? assert.fail(`${id} was not applied`);
  let missing = contract.expect;
  await eventually(
    `the signals of ${id}`,
    async () => {
      const looks = await Promise.all(missing.map((signal) => isSeen(house.observatory, signal, sinceMs)));
      missing = missing.filter((_, index) => !looks[index]);
      return missing.length === 0 ? true : undefined;
    },
    patienceMs,
  ).catch((error: unknown) => assert.fail(`${error}: ${missing.map(wordsOf).join(', ')}`));
}

test('a healthy platform shows none of it, and what is applied to a service that may not be broken has no effect', async () => {
  for (const fault of ofTheShop) await apply(fault);
  await eventually('enough to judge by', async () => (buyers.bought() >= 24 ? true : undefined));
  const { alarms } = await house.observatory.ask(listAlarms);
  assert.equal(alarms.find(({ id }) => id === 'shop-checkout-availability.fast')?.state, 'ok');
  for (const { contract } of allFaults) {
    const signals = [...contract.expect, ...contract.never].filter((signal) => !isOfSpeed(signal));
    assert.deepEqual(await seenOf(signals, beganMs), []);
  }
  const { events } = await house.observatory.ask(listAlarmEvents);
  const fired = events.map(({ alarmId: id }) => id).filter((id) => !isOfSpeed({ kind: 'alarm', id }));
  assert.deepEqual(fired, []);
  for (const fault of ofTheShop) await clear(fault);
  buyers.goTo(await house.addShop(enabled));
});

/**
 * What strikes different work can be told apart while all of it is applied. Deliveries go on without the sessions for
 * requests, so the fault whose alarm takes longest lasts into the turn of the one that takes those.
 */
const turns = [
  {
    applied: ['slow-statement', 'lock-storm', 'error-burst', 'dead-crm'],
    cleared: ['slow-statement', 'lock-storm', 'error-burst'],
  },
  { applied: ['pool-exhaustion'], cleared: ['pool-exhaustion', 'dead-crm'] },
];
const faultsOf = (ids: readonly string[]) => allFaults.filter(({ id }) => ids.includes(id));

for (const { applied, cleared } of turns)
  test(`${applied.join(', ')}: no signal that a contract rules out; ${cleared.join(', ')}: every one that it names`, async () => {
    const sinceMs = Date.now();
    for (const fault of faultsOf(applied)) await apply(fault);
    try {
      await Promise.all(faultsOf(cleared).map(untilAllSeen));
      for (const { contract } of faultsOf(applied)) assert.deepEqual(await seenOf(contract.never, sinceMs), []);
    } finally {
      for (const fault of faultsOf(cleared)) await clear(fault);
    }
  });

test('every fault had its turn', () => {
  const all = allFaults.map(({ id }) => id).toSorted();
  for (const list of ['applied', 'cleared'] as const)
    assert.deepEqual(turns.flatMap((turn) => turn[list]).toSorted(), all);
});

test('what was cleared is over', async () => {
  const bought = buyers.bought();
  const untilOver = (id: string, signal: Signal) =>
    eventually(
      `${id} to be over: ${wordsOf(signal)}`,
      async () => ((await isOver(house.observatory, signal)) ? true : undefined),
      patienceMs,
    );
  await Promise.all(allFaults.flatMap(({ id, contract }) => contract.clears.map((signal) => untilOver(id, signal))));
  await eventually('people to buy again', async () => (buyers.bought() > bought ? true : undefined));
});
