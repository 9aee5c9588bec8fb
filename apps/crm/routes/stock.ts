import {
  correctStock as correctStockEndpoint,
  listStockMovements as listStockMovementsEndpoint,
} from '@octo/contracts/crm/products.ts';
import { correctStock, listStockMovements } from '@octo/domains/catalog';
import { nameActors } from '@octo/domains/identity';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireMovement, toWireProduct } from '../wire/product.ts';

/** The stock ledger of a product: read, and corrected by an entry. */
export function stockRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, listStockMovementsEndpoint, async ({ params, query, raw }) => {
    const ctx = contextOf(crm, raw);
    const page = await listStockMovements(ctx, { ...query, productId: params.id });
    const names = await nameActors(ctx, { actors: page.movements.map(({ actor }) => actor) });
    return { ...page, movements: page.movements.map((movement) => toWireMovement(movement, names)) };
  });

  mount(app, crm, correctStockEndpoint, async ({ params, body, raw, reply }) => {
    const { delta, reason, warehouse_id: warehouseId } = body;
    const correction = { productId: params.id, delta, reason, warehouseId };
    const product = await correctStock(contextOf(crm, raw), correction);
    reply.code(201);
    return { status: 'moved' as const, product: toWireProduct(product) };
  });
}
