import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings } from './read-settings.ts';
import { oneOf, text, webAddress, whole } from './settings.ts';

const settings = {
  NAME: text('a name', { fallback: 'octo' }),
  PORT: whole('a port', { min: 0, max: 65535 }, { fallback: 8080 }),
  KIND: oneOf('a kind', ['a', 'b'], { fallback: 'a' }),
  URL: webAddress('an address', { isOptional: true }),
  KEY: text('a key', { isSecret: true }),
};

test('reads values, falls back, and takes a secret from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'octo-')), 'key');
  writeFileSync(file, 's3cret\n');
  assert.deepEqual(
    { ...readSettings(settings, { PORT: '9000', KEY_FILE: file, URL: 'https://x.test/' }) },
    { NAME: 'octo', PORT: 9000, KIND: 'a', URL: 'https://x.test', KEY: 's3cret' },
  );
});

test('reports every fault at once and never the value of a secret', () => {
  assert.throws(
    () => readSettings(settings, { PORT: '70000', KIND: 'c', URL: 'ftp://x', KEY: '' }),
    (error: Error) =>
      ['PORT: must be a whole', 'KIND: must be', 'URL: must be', 'KEY: is required'].every((part) =>
        error.message.includes(part),
      ),
  );
});

test('faults of settings that depend on each other come with the rest, and no setting has two', () => {
  const check = ({ NAME, PORT }: { NAME?: string; PORT?: number }) => [
    { setting: 'NAME', message: `${NAME} wants another port than ${PORT}` },
    { setting: 'PORT', message: 'told already' },
  ];
  assert.throws(
    () => readSettings(settings, { PORT: 'x', KEY: 'k' }, check),
    ({ message }: Error) =>
      /\n {2}NAME: octo wants another port than undefined$/.test(message) && message.split('PORT: ').length === 2,
  );
});
