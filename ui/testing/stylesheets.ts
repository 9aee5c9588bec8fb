import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

export interface Stylesheet {
  readonly name: string;
  readonly css: string;
}

/** The stylesheets of a folder and those below it, given with its last slash. */
export function readStylesheets(folder: URL): Stylesheet[] {
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, css: readFileSync(new URL(name, folder), 'utf8') }));
}

const tokens = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8');
const known = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));

/** Fails on a token that the design system does not have. */
export function assertUsesTokens({ name, css }: Stylesheet): void {
  for (const [, used] of css.matchAll(/var\((--[\w-]+)\)/g)) assert.ok(known.has(used), `${name} uses ${used}`);
}

/** Fails on a colour, type size, font, radius or shadow that is named as a value instead of by its token. */
export function assertNamesNoValue({ name, css }: Stylesheet): void {
  assert.doesNotMatch(css, /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i, name);
  for (const [, property, value = ''] of css.matchAll(/(font-size|font-family|border-radius|box-shadow):\s*([^;]+);/g))
    assert.match(value, /^var\(--|^0\.\d+em$|^50%$/, `${name}: ${property} ${value}`);
}
