import type { Order } from '../orders/index.ts';

/** What a rule looks at. */
const measures = {
  totalCents: (order: Measured) => order.totalCents,
  unitsOfOneProduct: (order: Measured) => Math.max(0, ...unitsByProduct(order).values()),
};

export type Measured = Pick<Order, 'totalCents'> & { lines: readonly { productId: number; quantity: number }[] };

export interface AnomalyRule {
  code: string;
  /** For the person who decides. */
  description: string;
  measure: keyof typeof measures;
  /** The most that is still ordinary. */
  most: number;
}

export interface Anomaly {
  code: string;
  description: string;
}

/** What makes somebody look at an order before it is fulfilled. */
export const anomalyRules: readonly AnomalyRule[] = [
  {
    code: 'large_total',
    description: 'The total is over 50,000.00 USD',
    measure: 'totalCents',
    most: 5_000_000,
  },
  {
    code: 'bulk_quantity',
    description: 'More than 50 units of one product',
    measure: 'unitsOfOneProduct',
    most: 50,
  },
];

/** The codes of the rules that an order goes beyond. */
export function findAnomalies(order: Measured, rules: readonly AnomalyRule[] = anomalyRules): string[] {
  return rules.filter((rule) => measures[rule.measure](order) > rule.most).map((rule) => rule.code);
}

/** In words; a rule that is no longer known is told by its code. */
export function describeAnomaly(code: string): Anomaly {
  return { code, description: anomalyRules.find((rule) => rule.code === code)?.description ?? code };
}

function unitsByProduct({ lines }: Measured): Map<number, number> {
  const units = new Map<number, number>();
  for (const { productId, quantity } of lines) units.set(productId, (units.get(productId) ?? 0) + quantity);
  return units;
}
