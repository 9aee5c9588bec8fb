import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNamesNoValue, assertUsesTokens, readStylesheets } from '../../testing/stylesheets.ts';

for (const [what, folder] of [
  ['the shared parts', '../'],
  ['the CRM', '../../../apps/crm/web/'],
  ['the observatory', '../../../apps/observatory/web/'],
] as const) {
  const stylesheets = readStylesheets(new URL(folder, import.meta.url));

  test(`${what} name no colour, type size, font, radius or shadow of their own`, () => {
    assert.ok(stylesheets.length >= 10);
    for (const stylesheet of stylesheets) assertNamesNoValue(stylesheet);
  });

  test(`every token that a rule of ${what} uses exists`, () => {
    for (const stylesheet of stylesheets) assertUsesTokens(stylesheet);
  });
}
