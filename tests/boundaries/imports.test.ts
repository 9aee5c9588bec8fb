import assert from 'node:assert/strict';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boundaries } from '../../tools/check/boundaries.ts';
import { allowedImports, forbiddenImports, type PlantedImport } from './imports.ts';
import { borrow, type PlantedHouse, plantHouse, rootDir } from './planted-house.ts';

const workspaces = ['contracts', 'database', 'domains', 'platform', 'ui'];
const packages = ['@opentelemetry/api', 'fast-check', 'fastify', 'kysely', 'pg', 'typebox'];
const leaf = 'export const value = 1;\nexport type Value = number;\n';
const imported = [
  'apps/crm/part.ts',
  'apps/shop/part.ts',
  'contracts/cart.ts',
  'database/migrate.ts',
  'database/tables.ts',
  'domains/campaigns/index.ts',
  'domains/catalog/index.ts',
  'domains/catalog/product.ts',
  'domains/checkout/index.ts',
  'domains/context.ts',
  'domains/lab/index.ts',
  'domains/testing/part.ts',
  'platform/http/route.ts',
  'platform/part.ts',
  'platform/telemetry/logger.ts',
  'platform/telemetry/traced.ts',
  'platform/testing/part.ts',
  'tools/part.ts',
  'ui/part.ts',
];
const rules: { default: { forbidden: { name: string }[] } } = await import(
  pathToFileURL(join(rootDir, '.dependency-cruiser.js')).href
);
const ruleNames = rules.default.forbidden.map(({ name }) => name);

/** One call upwards per domain that the rules know. */
const upwardCalls: PlantedImport[] = ruleNames.flatMap((rule) => {
  const domain = /^(.+)-calls-downward$/.exec(rule)?.[1];
  if (!domain) return [];
  const above = domain === 'campaigns' ? 'checkout' : 'campaigns';
  return [{ rule, from: `domains/${domain}/upward.ts`, imports: `../${above}/index.ts` }];
});

const planted = [...forbiddenImports, ...upwardCalls, ...allowedImports];
const hen = { 'platform/hen.ts': "import * as egg from './egg.ts';\nexport const value = egg;\n" };
const orphan = 'platform/left-over.ts';
let house: PlantedHouse;
let caught: Map<string, Set<string>>;

before(async () => {
  house = await plantHouse(['.dependency-cruiser.js', 'tsconfig.json', 'package.json', 'apps/shop/package.json']);
  await borrow(house, 'node_modules/dependency-cruiser');
  for (const name of workspaces) {
    await house.plant({ [`${name}/package.json`]: await manifestOf(name), 'node_modules/@octo/.keep': '' });
    await symlink(join(house.dir, name), join(house.dir, 'node_modules', '@octo', name));
  }
  for (const name of packages)
    await house.plant({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
    });
  await house.plant(Object.fromEntries([...imported, orphan].map((path) => [path, leaf])));
  await house.plant(hen);
  await house.plant(Object.fromEntries(planted.map((file) => [file.from, textOf(file)])));
  caught = rulesByFile((await boundaries(house.dir)).output);
});
after(() => house[Symbol.asyncDispose]());

for (const { rule, from, imports } of [...forbiddenImports, ...upwardCalls])
  test(`${rule} catches ${from} importing ${imports}`, () => {
    assert.deepEqual([...(caught.get(from) ?? [])], [rule]);
  });

for (const { from, imports } of allowedImports)
  test(`${from} may import ${imports}`, () => {
    assert.deepEqual([...(caught.get(from) ?? [])], []);
  });

test('no-orphans catches a file that nobody needs', () => {
  assert.deepEqual([...(caught.get(orphan) ?? [])], ['no-orphans']);
});

test('every rule was planted against', () => {
  const bitten = new Set([...caught.values()].flatMap((rules) => [...rules]));
  assert.deepEqual(
    [...new Set(ruleNames)].filter((name) => !bitten.has(name)),
    [],
  );
});

/** The workspace as it is, but with every planted package declared, so that only the rule in question can fire. */
async function manifestOf(workspace: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(rootDir, workspace, 'package.json'), 'utf8'));
  const declared = packages.filter((name) => name !== 'fast-check').map((name) => [name, '1.0.0']);
  return JSON.stringify({ ...manifest, dependencies: Object.fromEntries(declared) });
}

function textOf({ imports, isTypeOnly }: PlantedImport): string {
  return isTypeOnly
    ? `import type { Value } from '${imports}';\nexport type Mine = Value;\n`
    : `import * as part from '${imports}';\nexport const mine = part;\n`;
}

function rulesByFile(output: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, rule = '', from = ''] of output.matchAll(/^ {2}(\S+): (\S+) → /gm))
    found.set(from, (found.get(from) ?? new Set()).add(rule));
  return found;
}
