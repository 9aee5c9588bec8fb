import assert from 'node:assert/strict';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { pagePaths } from '../../../apps/crm/web/paths.ts';
import { openApi } from './api.ts';
import { type Staff, signIn, useCrmApi } from './crm-story.ts';
import { followLinks } from './follow-links.ts';
import { type House, sentinels } from './house.ts';
import { buyByForms, type PlacedOrders, useShopApi } from './shop-story.ts';
import { askByInnerName, causeTrouble, guessPassword } from './trouble.ts';
import type { Walk } from './walk.ts';

const wrongKey = { [internalKeyHeader]: 'a key that nobody knows, long enough to be one' };

/** What was walked, to be walked again in other circumstances. */
interface Walked {
  readAgain(): Promise<void>;
}

/** Every page, file, form and endpoint of the shop, as they are meant to be used and as they are not. */
export async function walkShop(walk: Walk): Promise<Walked & { orders: PlacedOrders }> {
  const cookie = await buyByForms(walk);
  const from = { starts: ['/', '/cart', '/checkout', '/favicon.ico'], headers: { cookie } };
  const paths = await followLinks(walk, from);
  assertKinds(paths, ['/', '/locations', '.css', '.js', '.woff2', '.svg']);
  const api = await openApi(walk);
  const orders = await useShopApi(api);
  assert.deepEqual(api.uncalled(), [], 'each endpoint has a good call in shop-story.ts');
  await api.varyQueries();
  await api.misuse([{}, wrongKey]);
  await causeTrouble(walk, cookie);
  await askByInnerName(walk, sentinels.shop, [...paths].slice(0, 20));
  return { orders, readAgain: () => again([api.readAgain, () => followLinks(walk, from)]) };
}

/** Every page, file and endpoint of the CRM, by everybody who may use it and some who may not. */
export async function walkCrm(walk: Walk, house: House, orders: PlacedOrders, staff: Staff): Promise<Walked> {
  const boss = await signIn(walk, staff.boss);
  const starts = pagePaths.map((path) => path.replace(':id', '1'));
  const paths = await followLinks(walk, { starts, headers: boss });
  assertKinds(paths, ['/orders', '.css', '.js', '.woff2', '.svg']);
  const api = await openApi(walk, boss);
  await useCrmApi(walk, api, house, orders, staff);
  assert.deepEqual(api.uncalled(), [], 'each endpoint has a good call in crm-story.ts');
  await api.varyQueries();
  await api.misuse([{}, wrongKey, await signIn(walk, staff.guest)]);
  await causeTrouble(walk, boss.cookie);
  await askByInnerName(walk, sentinels.crm, [...paths].slice(0, 20));
  assert.equal(await guessPassword(walk, 'somebody'), 429);
  return { readAgain: () => again([api.readAgain, () => followLinks(walk, { starts, headers: boss })]) };
}

/** Whatever comes after must not go unseen because links to it were not found. */
function assertKinds(paths: ReadonlySet<string>, endings: readonly string[]): void {
  for (const ending of endings)
    assert.ok(
      [...paths].some((path) => path.endsWith(ending)),
      `nothing like ${ending}`,
    );
}

async function again(walks: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const walk of walks) await walk();
}
