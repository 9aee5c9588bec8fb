import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runCommand } from '../../tools/check/run-command.ts';
import { type PlantedHouse, plantHouse, rootDir } from './planted-house.ts';

const planted: Readonly<Record<string, { rule?: string; text: string }>> = {
  'platform/environment.ts': { rule: 'noProcessEnv', text: 'export const home = process.env.HOME;\n' },
  'platform/talk.ts': { rule: 'noConsole', text: "console.log('hello');\n" },
  'platform/loose.ts': { rule: 'noExplicitAny', text: 'export const value: any = 1;\n' },
  'platform/default.ts': { rule: 'noDefaultExport', text: 'export default 1;\n' },
  'platform/certain.ts': {
    rule: 'noNonNullAssertion',
    text: 'export const first = (texts: string[]) => texts[0]!.length;\n',
  },
  'platform/CamelCase.ts': { rule: 'useFilenamingConvention', text: 'export const one = 1;\n' },
  'platform/index.ts': { rule: 'noBarrelFile', text: "export { one } from './config.ts';\n" },
  'apps/crm/web/picture.tsx': { rule: 'useAltText', text: 'export const picture = <img src="/drone.svg" />;\n' },
  'apps/crm/web/press.tsx': {
    rule: 'useKeyWithClickEvents',
    text: 'export const press = (onPress: () => void) => <p onClick={onPress}>Press</p>;\n',
  },
  'apps/crm/web/button.tsx': { rule: 'useButtonType', text: 'export const button = <button>Save</button>;\n' },
  'apps/crm/web/hooks.tsx': {
    rule: 'useHookAtTopLevel',
    text: "import { useState } from 'react';\nexport const useOpen = (is: boolean) => (is ? useState(0) : undefined);\n",
  },
  'apps/crm/web/environment.tsx': { rule: 'noProcessEnv', text: 'export const home = <p>{process.env.HOME}</p>;\n' },
  'apps/crm/web/link.tsx': { text: 'export const link = <a href="/orders">Orders</a>;\n' },
  'platform/config.ts': { text: 'export const one = process.env.ONE;\n' },
  'domains/cart/index.ts': { text: "export { one } from './one.ts';\n" },
  'tools/talk.ts': { text: "console.log('hello');\n" },
};

interface Finding {
  category: string;
  location: { path: string };
}

let house: PlantedHouse;
let findings: Finding[];

before(async () => {
  house = await plantHouse(['biome.json', '.gitignore']);
  await house.plant(Object.fromEntries(Object.entries(planted).map(([path, { text }]) => [path, text])));
  const biome = join(rootDir, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = await runCommand(process.execPath, [biome, 'lint', '--reporter=json'], house.dir);
  findings = JSON.parse(stdout).diagnostics;
});
after(() => house[Symbol.asyncDispose]());

for (const [path, { rule }] of Object.entries(planted))
  test(rule ? `${rule} catches ${path}` : `${path} is let through`, () => {
    const found = findings.filter((finding) => finding.location.path === path);
    assert.deepEqual(
      found.map(({ category }) => category.split('/').at(-1)),
      rule ? [rule] : [],
    );
  });
