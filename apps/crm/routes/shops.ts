import * as contract from '@octo/contracts/crm/shops.ts';
import { addShop, changeShop, getShop, listShops } from '@octo/domains/shops';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { showingBoth } from '../stale-edit.ts';
import { toShopEdit, toWireShop } from '../wire/shop.ts';

/** The storefronts: what they are called, where they are, and whether they are open. */
export function shopRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, contract.listShops, async ({ query, raw }) => {
    const page = await listShops(contextOf(crm, raw), query);
    return { ...page, shops: page.shops.map(toWireShop) };
  });

  mount(app, crm, contract.getShop, async ({ params, raw }) => {
    const shop = await getShop(contextOf(crm, raw), { shopId: params.id });
    return { shop: toWireShop(shop) };
  });

  mount(app, crm, contract.addShop, async ({ body, raw, reply }) => {
    const { slug, name, region } = body;
    const shop = await addShop(contextOf(crm, raw), { ...toShopEdit(body), slug, name, region });
    reply.code(201);
    return { status: 'created' as const, shop: toWireShop(shop) };
  });

  mount(app, crm, contract.changeShop, async ({ params, body, raw }) => {
    const { version, ...fields } = body;
    const change = { shopId: params.id, version, edit: toShopEdit(fields) };
    const shop = await showingBoth(changeShop(contextOf(crm, raw), change), toWireShop, body);
    return { status: 'updated' as const, shop: toWireShop(shop) };
  });
}
