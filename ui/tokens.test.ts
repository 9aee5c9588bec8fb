import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNamesNoValue, assertUsesTokens, readStylesheets } from './testing/stylesheets.ts';

const stylesheets = readStylesheets(new URL('./css/', import.meta.url));
const tokens = stylesheets.find(({ name }) => name === 'tokens.css')?.css ?? '';
const [lightRules = '', darkRules = ''] = tokens.split('@media (prefers-color-scheme: dark)');

function colours(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = colours(lightRules);
const dark = new Map([...light, ...colours(darkRules)]);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(scheme: Map<string, string>, one: string, other: string): number {
  const [bright = 0, dim = 0] = [one, other]
    .map((name) => {
      const hex = scheme.get(name);
      assert.ok(hex, `there is no colour --${name}`);
      return luminance(hex);
    })
    .sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ['surface', 'surface-sunk', 'surface-raised'];
const statuses = ['good', 'warn', 'bad', 'info'];
const textPairs = [
  ...['text', 'muted', 'accent', 'accent-strong', ...statuses].flatMap((ink) => surfaces.map((on) => [ink, on])),
  ...statuses.flatMap((status) => [status, 'text'].map((ink) => [ink, `${status}-soft`])),
  ...['accent', 'text', 'muted'].map((ink) => [ink, 'accent-soft']),
  ...['accent', 'accent-strong'].map((on) => ['on-accent', on]),
];
const series = [1, 2, 3, 4, 5, 6].map((place) => `series-${place}`);
const markPairs = ['line-strong', ...series].flatMap((mark) => surfaces.map((on) => [mark, on]));

for (const [scheme, set] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`every text colour reads on every ground it stands on, in the ${scheme} scheme`, () => {
    for (const [ink = '', on = ''] of textPairs) {
      const ratio = contrast(set, ink, on);
      assert.ok(ratio >= 4.5, `${ink} on ${on}: ${ratio.toFixed(2)}`);
    }
  });

  test(`the edges of controls and the colours of charts can be seen in the ${scheme} scheme`, () => {
    for (const [mark = '', on = ''] of markPairs) {
      const ratio = contrast(set, mark, on);
      assert.ok(ratio >= 3, `${mark} on ${on}: ${ratio.toFixed(2)}`);
    }
  });
}

test('the dark scheme answers every colour of the light one', () => {
  assert.deepEqual([...colours(darkRules).keys()], [...light.keys()]);
  assert.ok(light.size >= 18);
});

test('no colour, type size, font, radius or shadow is named outside the tokens', () => {
  const others = stylesheets.filter(({ name }) => !['tokens.css', 'fonts.css'].includes(name));
  assert.ok(others.length >= 5);
  for (const stylesheet of others) assertNamesNoValue(stylesheet);
});

test('every token that a rule uses exists', () => {
  for (const stylesheet of stylesheets) assertUsesTokens(stylesheet);
});
