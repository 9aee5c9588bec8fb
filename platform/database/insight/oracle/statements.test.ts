import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintOracle } from '../../engines/oracle/lint.ts';
import { neededGrants } from './needed-grants.ts';
import { allStatements } from './statements.ts';

test('every text keeps to what Oracle takes, and none changes anything', () => {
  for (const { name, text } of allStatements) {
    assert.deepEqual(lintOracle(text), [], name);
    assert.match(text.trim(), /^select\b/, name);
    assert.doesNotMatch(text, /\b(?:for update|into)\b/i, name);
  }
});

test('every view of the dictionary that a text reads is one that the grants name, and each of those is read', () => {
  const read = new Set(allStatements.flatMap(({ text }) => text.match(/(?:v\$|dba_)[a-z_]+/g) ?? []));
  assert.deepEqual([...read].sort(), neededGrants.map(({ synonym }) => synonym).sort());
  assert.equal(read.has('v$active_session_history'), false);
});

test('a refusal names every view that the text reads', () => {
  for (const { name, text, needs } of allStatements) {
    for (const view of text.match(/(?:v\$|dba_)[a-z_]+/g) ?? []) {
      assert.ok(needs.includes(view) || needs.includes(view.replace('v$', 'v_$')), `${name}: ${view}`);
    }
  }
});
