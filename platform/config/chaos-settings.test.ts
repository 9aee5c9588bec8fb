import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaosFaults, chaosSettings } from './chaos-settings.ts';
import { readSettings } from './read-settings.ts';
import { serviceSettings } from './service-settings.ts';

const { APP_ENV } = serviceSettings;
const read = (env: Record<string, string>) =>
  readSettings({ APP_ENV, ...chaosSettings }, env, chaosFaults).CHAOS_ENABLED;

test('nothing is broken on purpose unless that is asked for', () => {
  assert.equal(read({}), 'false');
  assert.equal(read({ CHAOS_ENABLED: 'true' }), 'true');
  assert.throws(() => read({ CHAOS_ENABLED: 'yes' }), /\n {2}CHAOS_ENABLED: must be one of true, false/);
});

test('production does not start with it', () => {
  assert.equal(read({ APP_ENV: 'production' }), 'false');
  assert.throws(() => read({ APP_ENV: 'production', CHAOS_ENABLED: 'true' }), /\n {2}CHAOS_ENABLED: /);
});
