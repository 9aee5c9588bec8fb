import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteWriter } from '../otlp/byte-writer.ts';
import { addToAll } from './add-to-all.ts';
import { createFate } from './fate.ts';

test('what is lost is told at once, then not again for a minute, and the rest when it is over', () => {
  const told: [number, string][] = [];
  const fate = createFate((dropped, reason) => void told.push([dropped, reason]));
  fate.dropped(3, '503');
  for (let time = 0; time < 100; time += 1) fate.dropped(2, 'ECONNREFUSED');
  assert.deepEqual(told, [[3, '503']]);
  fate.tell();
  fate.tell();
  assert.deepEqual(told, [
    [3, '503'],
    [200, 'ECONNREFUSED'],
  ]);
  assert.equal(fate.status().dropped, 203);
});

test('a success has its time, and what is lost has none', () => {
  const fate = createFate(() => undefined);
  fate.dropped(1, '429');
  assert.equal(fate.status().lastSuccessMs, undefined);
  const before = Date.now();
  fate.came(7, 'sent');
  const { sent, lastSuccessMs = 0 } = fate.status();
  assert.ok(lastSuccessMs >= before);
  assert.equal(sent, 7);
});

/** Keeps the bytes of each record, as a queue of an exporter does. */
function queue(whenAdded: () => void = () => undefined) {
  const records: string[] = [];
  const add = <Item>(scope: string, item: Item, write: (to: ByteWriter, item: Item) => void) => {
    const to = new ByteWriter();
    write(to, item);
    records.push(`${scope}: ${to.written()}`);
    whenAdded();
  };
  return { records, add };
}

test('a record is written once for all receivers, and each has it whole', () => {
  let written = 0;
  const write = (to: ByteWriter, item: string) => {
    written += 1;
    to.raw(Buffer.from(item));
  };
  const other = queue();
  // The first has a line written while the record is handed round.
  let hasTold = false;
  const first = queue(() => {
    if (hasTold) return;
    hasTold = true;
    add?.('octo.log', 'no room', write);
  });
  const add = addToAll([first, other]);
  add?.('octo.log', 'a long record', write);
  assert.equal(written, 2);
  assert.deepEqual(first.records.toSorted(), ['octo.log: a long record', 'octo.log: no room']);
  assert.deepEqual(other.records.toSorted(), first.records.toSorted());
});

test('without receivers nothing is written at all', () => {
  assert.equal(addToAll([]), undefined);
});
