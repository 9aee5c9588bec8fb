import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { AppError } from '../errors/app-error.ts';
import { counter } from '../telemetry/metrics/definition.ts';
import { readMetrics } from '../telemetry/metrics/start-metrics.ts';
import { traced } from '../telemetry/traced.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createThings, type Things, thing } from './testing/things.ts';
import { transact } from './transact.ts';

recordSpans();
let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(() => things.clear());
after(() => things[Symbol.asyncDispose]());

const made = counter('octo.tests.made', { unit: '{thing}', meaning: 'Things made', attributes: ['octo.tests.kind'] });
const failed = counter('octo.tests.failed', { unit: '{thing}', meaning: 'Failures', attributes: ['octo.outcome'] });
const refused = counter('octo.tests.refused', { unit: '{thing}', meaning: 'Refusals', attributes: ['octo.outcome'] });

type Ctx = Pick<Things, 'db'>;

const { makeThing, makeAll } = traced(
  'things',
  {
    makeThing: async (ctx: Ctx, { id, kind }: { id: number; kind: string }) =>
      transact(ctx, async ({ db }) => {
        if (id < 0) throw new AppError('Conflict', 'tests.negative', 'No.');
        await db.insertInto('things').values(thing(id)).execute();
        return { id, kind };
      }),
    makeAll: async (ctx: Ctx, ids: number[], kind: string): Promise<void> =>
      transact(ctx, async (ctx) => {
        for (const id of ids) await makeThing(ctx, { id, kind });
      }),
  },
  {},
  {
    makeThing: {
      done: ({ kind }) => [[made, 1, { 'octo.tests.kind': kind }]],
      refused: (code) => [[refused, 1, { 'octo.outcome': code }]],
      failed: (code, _ctx, { kind }) => [[failed, 1, { 'octo.outcome': `${kind} ${code}` }]],
    },
  },
);

async function counted(name: string, value: string): Promise<number> {
  const metric = (await readMetrics())?.metrics.find((one) => one.name === name);
  const point = metric?.points.find(({ attributes }) => Object.values(attributes).includes(value));
  return point && 'value' in point ? point.value : 0;
}

test('a verb is counted when it is done, and its refusal by its code', async () => {
  await makeThing(things, { id: 1, kind: 'alone' });
  await assert.rejects(makeThing(things, { id: -1, kind: 'alone' }), { code: 'tests.negative' });
  assert.equal(await counted('octo.tests.made', 'alone'), 1);
  assert.equal(await counted('octo.tests.refused', 'tests.negative'), 1);
});

test('what happened in a transaction counts once that is committed, and not at all when it is not', async () => {
  await makeAll(things, [1, 2], 'committed');
  assert.equal(await counted('octo.tests.made', 'committed'), 2);
  await assert.rejects(makeAll(things, [3, -1], 'undone'), { code: 'tests.negative' });
  assert.equal(await counted('octo.tests.made', 'undone'), 0);
});

test('a failure of ours is no refusal, and a failure as any other', async () => {
  await makeThing(things, { id: 1, kind: 'first' });
  const before = await counted('octo.tests.refused', 'internal');
  await assert.rejects(makeThing(things, { id: 1, kind: 'second' }), things.refusals.duplicate);
  assert.equal(await counted('octo.tests.refused', 'internal'), before);
  assert.equal(await counted('octo.tests.failed', 'second internal'), 1);
  await assert.rejects(makeThing(things, { id: -1, kind: 'third' }), { code: 'tests.negative' });
  assert.equal(await counted('octo.tests.failed', 'third tests.negative'), 1);
});

test('a transaction that is run again for a deadlock counts once', async () => {
  let runs = 0;
  await transact(things, async (ctx) => {
    runs += 1;
    await makeThing(ctx, { id: runs, kind: 'again' });
    if (runs === 1) throw Object.assign(new Error('deadlock'), things.refusals.deadlock);
  });
  assert.equal(runs, 2);
  assert.equal(await counted('octo.tests.made', 'again'), 1);
});
