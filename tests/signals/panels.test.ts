import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { customEvents, errorEvent, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { businessMetrics, businessSpans } from '@octo/contracts/telemetry/business.ts';
import { attackTypes, securityEventName } from '@octo/contracts/telemetry/security.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import { openAlarmRoom } from '../../apps/observatory/testing/alarm-room.ts';
import { scriptedDatabase } from '../../apps/observatory/testing/scripted-database.ts';
import { buyer } from '../e2e/steps/buying.ts';
import { haveTrouble } from './day/have-trouble.ts';
import { liveADay, settled } from './day/live-a-day.ts';
import { eventually, openSignalHouse } from './house.ts';
import { allPanels } from './panels/all-panels.ts';
import { blockingTree } from './panels/database-panels.ts';
import { exceptions } from './panels/exceptions.ts';
import { type Panel, shows, sourceOf } from './panels/panel.ts';
import { readTold, type Told } from './told/read-told.ts';
import { strangersIn } from './told/strangers.ts';

// All that people do, and what goes wrong now and then; then every panel of the observatory has something to show.

const house = await openSignalHouse({ observatory: { OBSERVATORY_ALARM_PACE: '4' } });
after(() => house[Symbol.asyncDispose]());
const { observatory } = house;

const wantedNames: string[] = [...Object.values(businessMetrics), ...Object.values(businessSpans)];
const wantedEvents: string[] = [
  ...customEvents,
  errorEvent,
  vitalEvent,
  eventNames.statementRunning,
  securityEventName(attackTypes.passwordGuessing),
];

await liveADay(house);
await haveTrouble(house, () => untilShown([blockingTree]));
await settled(house);

/** Figures of the database are told once a minute. */
async function untilShown(panels: readonly Panel[]): Promise<void> {
  let empty = panels;
  const look = async () => {
    const found = await Promise.all(empty.map((panel) => shows(observatory, panel)));
    empty = empty.filter((_, at) => !found[at]);
    return empty.length === 0 || undefined;
  };
  const isShown = await eventually('every panel to have data', look, 90_000).catch(() => false);
  if (!isShown)
    assert.deepEqual(
      empty.map(({ id }) => id),
      [],
      'panels without data',
    );
}

// While the minute of the database goes by.
for (const [id, { why, happen }] of Object.entries(exceptions))
  test(`${id} has data once there is a reason for it. ${why}`, async () => {
    const panel = allPanels.find((one) => one.id === id);
    assert.ok(panel, 'there is such a panel');
    const env = { INSIGHT_DATABASE_URL: 'postgres://octo_insight:x@localhost/octo' };
    await using room = await openAlarmRoom(env, { database: scriptedDatabase() });
    const source = sourceOf(room.t.app);
    assert.equal(await shows(source, panel), false);
    await happen(room);
    assert.equal(await shows(source, panel), true);
  });

test('every panel, search, objective and alarm has data after a day of people', async () => {
  await untilShown(allPanels.filter(({ id }) => !(id in exceptions)));
});

/** What was to be told and was not, by name. */
function missingFrom({ metrics, spans, steps, logs }: Told): string[] {
  const names = new Set([...metrics, ...spans].map(({ name }) => name));
  const events = new Set([...steps, ...logs].map(({ attributes }) => attributes['event.name']));
  return [...wantedNames.filter((name) => !names.has(name)), ...wantedEvents.filter((name) => !events.has(name))];
}

let told: Told;

test('every metric and event of the business and of its security is told, and every span asked for by name', async () => {
  // The last lines and figures arrive a moment after what they tell of.
  await eventually(
    () => `everything to be told, and so far lacks ${missingFrom(told)}`,
    async () => {
      told = await readTold(observatory);
      return missingFrom(told).length === 0 || undefined;
    },
  );
});

test('every name that reached the observatory is in the catalogue of whoever told it', () => {
  assert.ok(told.spans.length > 500 && told.logs.length > 100 && told.steps.length > 20);
  assert.deepEqual(strangersIn(told), []);
});

test('nothing that a person typed was told by anybody', () => {
  const everything = JSON.stringify(told);
  assert.ok(everything.includes('/checkout'));
  const typed = [
    buyer.name,
    buyer.email,
    'Bryggen',
    'maria@example.com',
    'ada@buyer.test',
    'a wild guess',
    'they said so',
  ];
  assert.deepEqual(
    typed.filter((words) => everything.includes(words)),
    [],
  );
});
