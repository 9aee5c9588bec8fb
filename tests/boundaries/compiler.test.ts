import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runCommand } from '../../tools/check/run-command.ts';
import { borrow, type PlantedHouse, plantHouse, rootDir } from './planted-house.ts';

const planted: Readonly<Record<string, { option: string; code: string; text: string }>> = {
  'apps/crm/web/link.tsx': { option: 'jsx', code: 'TS2322', text: 'export const link = <a href={1}>Orders</a>;\n' },
  'platform/colours.ts': { option: 'erasableSyntaxOnly', code: 'TS1294', text: 'export enum Colour { Red }\n' },
  'platform/first.ts': {
    option: 'noUncheckedIndexedAccess',
    code: 'TS2532',
    text: 'export const length = (texts: string[]) => texts[0].length;\n',
  },
  'platform/optional.ts': {
    option: 'exactOptionalPropertyTypes',
    code: 'TS2375',
    text: 'export const size: { width?: number } = { width: undefined };\n',
  },
  'platform/types.ts': {
    option: 'verbatimModuleSyntax',
    code: 'TS1484',
    text: "import { PathLike } from 'node:fs';\nexport type Path = PathLike;\n",
  },
  'platform/untyped.ts': { option: 'strict', code: 'TS7006', text: 'export const same = (value) => value;\n' },
};

let house: PlantedHouse;
let output: string;

before(async () => {
  house = await plantHouse(['tsconfig.json', 'package.json']);
  await borrow(house, 'node_modules');
  await house.plant(Object.fromEntries(Object.entries(planted).map(([path, { text }]) => [path, text])));
  const compiler = join(rootDir, 'node_modules/typescript/bin/tsc');
  output = (await runCommand(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], house.dir)).output;
});
after(() => house[Symbol.asyncDispose]());

for (const [path, { option, code }] of Object.entries(planted))
  test(`${option} catches ${path}`, () => {
    const found = output.split('\n').filter((line) => line.startsWith(`${path}(`));
    assert.deepEqual(
      found.map((line) => /error (TS\d+)/.exec(line)?.[1]),
      [code],
      output,
    );
  });
