import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { assertNamesNoValue, assertUsesTokens } from '@octo/ui/testing/stylesheets.ts';

const webDir = dirname(import.meta.dirname);
const stylesheets = globSync('**/*.css', { cwd: webDir })
  .sort()
  .map((name) => ({ name, css: readFileSync(join(webDir, name), 'utf8') }));

test('the pages name no colour, type size, font, radius or shadow of their own', () => {
  assert.ok(stylesheets.length >= 10);
  for (const stylesheet of stylesheets) assertNamesNoValue(stylesheet);
});

test('every token that a rule of the pages uses exists', () => {
  for (const stylesheet of stylesheets) assertUsesTokens(stylesheet);
});
