import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driverFault } from './driver-fault.ts';
import { oracleEngine } from './engine.ts';

test('another major version than the tested one is a fault that names both', () => {
  assert.equal(driverFault('7.1.3'), undefined);
  assert.match(driverFault('26.0.0') ?? '', /oracledb 26\.0\.0 .* 7 /);
  assert.match(driverFault('70.0.0') ?? '', /70\.0\.0/);
});

test('the driver that is installed here is a tested one', async () => {
  assert.equal(await oracleEngine().driverFault?.(), undefined);
});
