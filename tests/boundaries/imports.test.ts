import assert from 'node:assert/strict';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boundaries } from '../../tools/check/boundaries.ts';
import { allowedImports, forbiddenImports, type PlantedImport } from './imports.ts';
import { borrow, type PlantedHouse, plantHouse, rootDir } from './planted-house.ts';

const workspaces = ['contracts', 'database', 'domains', 'platform', 'ui'];
const packages = [
  '@opentelemetry/api',
  '@tanstack/react-query',
  'fast-check',
  'fastify',
  'kysely',
  'pg',
  'react',
  'typebox',
];
/** Laid into the workspace, as npm does when it will. */
const nested = { 'apps/crm': '@mantine/core' };
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
  'domains/messaging/index.ts',
  'domains/security/index.ts',
  'domains/shops/index.ts',
  'domains/simulation/index.ts',
  'domains/testing/part.ts',
  'platform/database/delay-query.ts',
  'platform/faults/watch-faults.ts',
  'platform/http/route.ts',
  'platform/part.ts',
  'platform/telemetry/logger.ts',
  'platform/telemetry/names/attributes.ts',
  'platform/telemetry/traced.ts',
  'platform/testing/part.ts',
  'tools/part.ts',
  'ui/part.ts',
];
const rules: { default: { forbidden: { name: string }[] } } = await import(
  pathToFileURL(join(rootDir, '.dependency-cruiser.js')).href
);
const ruleNames = rules.default.forbidden.map(({ name }) => name);

const domains = ruleNames.flatMap((rule) => /^(.+)-calls-downward$/.exec(rule)?.[1] ?? []);

/** One call upwards per domain that the rules know. */
const upwardCalls: PlantedImport[] = domains.map((domain) => {
  const above = domain === 'campaigns' ? 'checkout' : 'campaigns';
  return { rule: `${domain}-calls-downward`, from: `domains/${domain}/upward.ts`, imports: `../${above}/index.ts` };
});

/** Whoever writes may leave an audit row, and news for the other services. */
const callsOfEverybody: PlantedImport[] = ['messaging', 'security'].flatMap((open) =>
  domains
    .filter((domain) => domain !== open)
    .map((domain) => ({ from: `domains/${domain}/to-${open}.ts`, imports: `../${open}/index.ts` })),
);

const forbidden = [...forbiddenImports, ...upwardCalls];
const allowed = [...allowedImports, ...callsOfEverybody];
const planted = [...forbidden, ...allowed];
const manifests = ['apps/shop/package.json', 'apps/crm/package.json'];
const hen = { 'platform/hen.ts': "import * as egg from './egg.ts';\nexport const value = egg;\n" };
const orphan = 'platform/left-over.ts';
let house: PlantedHouse;
let caught: Map<string, Set<string>>;

before(async () => {
  house = await plantHouse(['.dependency-cruiser.js', 'tsconfig.json', 'package.json', ...manifests]);
  await borrow(house, 'node_modules/dependency-cruiser');
  for (const name of workspaces) {
    await house.plant({ [`${name}/package.json`]: await manifestOf(name), 'node_modules/@octo/.keep': '' });
    await symlink(join(house.dir, name), join(house.dir, 'node_modules', '@octo', name));
  }
  for (const name of packages) await house.plant(packageIn('.', name));
  for (const [workspace, name] of Object.entries(nested)) await house.plant(packageIn(workspace, name));
  await house.plant(Object.fromEntries([...imported, orphan].map((path) => [path, leaf])));
  await house.plant(hen);
  await house.plant(Object.fromEntries(planted.map((file) => [file.from, textOf(file)])));
  caught = rulesByFile((await boundaries(house.dir)).output);
});
after(() => house[Symbol.asyncDispose]());

for (const { rule, from, imports } of forbidden)
  test(`${rule} catches ${from} importing ${imports}`, () => {
    assert.deepEqual([...(caught.get(from) ?? [])], [rule]);
  });

for (const { from, imports } of allowed)
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

function packageIn(workspace: string, name: string): Record<string, string> {
  const dir = join(workspace, 'node_modules', name);
  const manifest = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
  return { [join(dir, 'package.json')]: manifest, [join(dir, 'index.js')]: '' };
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
