import type { BenchDatabase } from './bench-database.ts';

export interface CartLine {
  id: number;
  sessionId: string;
  productId: number;
}

/** Puts one unit into a cart for each line. */
export async function fillCarts({ owner }: Pick<BenchDatabase, 'owner'>, lines: readonly CartLine[]): Promise<void> {
  await owner.query(
    `insert into cart_items (id, session_id, product_id, quantity, created_at, updated_at)
     select id, "sessionId", "productId", 1, now(), now()
     from json_to_recordset($1) as line (id bigint, "sessionId" text, "productId" bigint)`,
    [JSON.stringify(lines)],
  );
}
