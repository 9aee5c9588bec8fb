import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oracleSqlId } from '../sql-id.ts';
import { learntTexts } from './learnt-texts.ts';

test('two texts of one statement are both known, and the last one is its link', () => {
  const texts = learntTexts();
  const short = texts.note('7', 'select 1 from items where id in ($1)');
  const long = texts.note('7', 'select 1 from items where id in ($1, $2)');
  assert.equal(short, oracleSqlId('select 1 from items where id in ($1)'));
  assert.deepEqual(
    [...texts.pairs()],
    [
      [short, '7'],
      [long, '7'],
    ],
  );
  assert.equal(texts.sqlIdOf('7'), long);
  assert.equal(texts.knows('8'), false);
});

test('what was kept is known again', () => {
  const texts = learntTexts({ learnt: [['a5ks9fhw2v9s1', '42']] });
  assert.equal(texts.sqlIdOf('42'), 'a5ks9fhw2v9s1');
});

test('a kept text is the one that was sent when nothing can have been taken out of it, or when it was told of', () => {
  const [sent, other] = ['select id from items where kind = $1', 'select id from items where note = $1'];
  const texts = learntTexts({ wasSent: (sqlId) => sqlId === oracleSqlId(sent) });
  assert.equal(texts.sqlIdOfKept('1', sent), oracleSqlId(sent));
  assert.equal(texts.sqlIdOfKept('2', other), null, 'the placeholder may stand for a constant');
  assert.equal(texts.sqlIdOfKept('3', 'select max(id) from items'), oracleSqlId('select max(id) from items'));
  assert.deepEqual([...texts.pairs()], [[oracleSqlId(sent), '1']]);
  const seen = texts.note('1', "select id from items where kind = 'kind 1'");
  assert.equal(texts.sqlIdOfKept('1', sent), seen, 'what was seen at work goes before');
});

test('the texts that were not seen for longest make room', () => {
  const texts = learntTexts({ most: 2 });
  const first = texts.note('1', 'select 1');
  texts.note('2', 'select 2');
  texts.note('1', 'select 1');
  const third = texts.note('3', 'select 3');
  assert.deepEqual(
    [...texts.pairs()],
    [
      [first, '1'],
      [third, '3'],
    ],
  );
  assert.equal(texts.knows('2'), false);
});
