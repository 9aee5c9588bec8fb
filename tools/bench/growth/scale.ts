/** How much a database is grown to. */
export interface Scale {
  products: number;
  customers: number;
  orders: number;
}

export const years: Scale = { products: 50_000, customers: 50_000, orders: 1_000_000 };

/** What is made lies above all ids that the seed and the services take. */
export const firstGrownId = 100_000_000;
