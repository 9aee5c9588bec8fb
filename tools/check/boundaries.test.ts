import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './boundaries.ts';

const report = (totalCruised: number, violations: object[] = []) =>
  JSON.stringify({ summary: { totalCruised, violations } });
const violation = (severity: string) => ({
  from: 'apps/a.ts',
  to: 'apps/b.ts',
  rule: { name: 'apps-are-strangers', severity },
});

test('passes when modules were read and no rule was broken', () => {
  assert.equal(judge(report(12))?.isGood, true);
  assert.equal(judge(report(12, [violation('warn')]))?.isGood, true);
});

test('fails on a broken rule and names it', () => {
  const result = judge(report(12, [violation('error')]));
  assert.equal(result?.isGood, false);
  assert.match(result?.output ?? '', /apps-are-strangers: apps\/a\.ts → apps\/b\.ts/);
});

test('fails when no module was read', () => {
  assert.deepEqual(judge(report(0)), { isGood: false, output: 'dependency-cruiser has read no module' });
});

test('anything but a report is none', () => {
  assert.equal(judge('Error: bad config'), undefined);
});
