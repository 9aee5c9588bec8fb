import * as contract from '@octo/contracts/crm/products.ts';
import {
  addProduct,
  changeProduct,
  getProductDetail,
  listProductCategories,
  listWarehouses,
  searchProducts,
} from '@octo/domains/catalog';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { showingBoth } from '../stale-edit.ts';
import { toNewProduct, toProductEdit, toWireProduct, toWireProductRow } from '../wire/product.ts';

/** The catalogue of every storefront: found, added, changed. */
export function productRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, contract.listProducts, async ({ query, raw }) => {
    const { sort_by: sort, shop_id: shopId, stock_below: stockBelow, status = 'active', ...rest } = query;
    const isActive = status === 'all' ? undefined : status === 'active';
    const page = await searchProducts(contextOf(crm, raw), { ...rest, sort, shopId, stockBelow, isActive });
    return { ...page, products: page.products.map(toWireProductRow) };
  });

  mount(app, crm, contract.listProductCategories, async ({ raw }) => ({
    categories: await listProductCategories(contextOf(crm, raw)),
  }));

  mount(app, crm, contract.getProduct, async ({ params, raw }) => {
    const product = await getProductDetail(contextOf(crm, raw), { productId: params.id });
    return { product: toWireProduct(product) };
  });

  mount(app, crm, contract.addProduct, async ({ body, raw, reply }) => {
    const product = await addProduct(contextOf(crm, raw), toNewProduct(body));
    reply.code(201);
    return { status: 'created' as const, product: toWireProduct(product) };
  });

  mount(app, crm, contract.changeProduct, async ({ params, body, raw }) => {
    const { version, ...fields } = body;
    const change = { productId: params.id, version, edit: toProductEdit(fields) };
    const product = await showingBoth(changeProduct(contextOf(crm, raw), change), toWireProduct, body);
    return { status: 'updated' as const, product: toWireProduct(product) };
  });

  mount(app, crm, contract.listWarehouses, async ({ raw }) => ({
    warehouses: await listWarehouses(contextOf(crm, raw)),
  }));
}
