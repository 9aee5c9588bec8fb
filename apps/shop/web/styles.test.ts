import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNamesNoValue, assertUsesTokens, readStylesheets } from '@octo/ui/testing/stylesheets.ts';

const stylesheets = readStylesheets(new URL('./styles/', import.meta.url));

test('the pages name no colour, type size, font, radius or shadow of their own', () => {
  assert.ok(stylesheets.length >= 5);
  for (const stylesheet of stylesheets) assertNamesNoValue(stylesheet);
});

test('every token that a rule of the pages uses exists', () => {
  for (const stylesheet of stylesheets) assertUsesTokens(stylesheet);
});
