import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartUnit, unitWord } from './chart-unit.ts';

test('a unit is drawn as what it is', () => {
  assert.equal(chartUnit('s'), 's');
  assert.equal(chartUnit('By'), 'bytes');
  assert.equal(chartUnit('{order}/s'), 'perSecond');
  assert.equal(chartUnit('s/s'), 'percent');
  assert.equal(chartUnit('{connection}'), 'count');
  assert.equal(chartUnit('1'), 'none');
});

test('what is counted has a word', () => {
  assert.equal(unitWord('{order}/s'), 'order per second');
  assert.equal(unitWord('{connection}'), 'connection');
  assert.equal(unitWord('s'), '');
});
