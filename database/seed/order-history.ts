import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { OrdersStatus } from '../tables.ts';
import type { CustomerSeed } from './customer-seeds.ts';
import { productSeeds } from './data/products.ts';
import { type Outcome, orderTimeline, type Step, statusAfter, stepsUntil } from './order-timeline.ts';
import type { Random } from './random.ts';
import type { StockSplit } from './stock-split.ts';
import { dayMs, hourMs, minuteMs, plus } from './time.ts';

export interface OrderLine {
  productId: number;
  warehouseId: number;
  quantity: number;
  unitCents: number;
}

export interface PastOrder {
  id: number;
  customer: CustomerSeed;
  method: 'credit_card' | 'bank_transfer';
  lines: OrderLine[];
  totalCents: number;
  createdAt: Date;
  steps: Step[];
  status: OrdersStatus;
}

interface PricedProduct {
  id: number;
  unitCents: number;
  weight: number;
}

const orderCount = 600;
const firstOrderId = 100_001;
export const historyDays = 90;
// Sunday first: professionals order on working days.
const weekdayWeights = [0.45, 1.1, 1.2, 1.15, 1.1, 1, 0.55];
// A line of an order that ends without a sale gives its units back; taken where there are plenty, they are never missed.
const plentyInWarehouse = 20;
const privateLimitCents = 500_000;

const products: readonly PricedProduct[] = productSeeds.map((product, index) => {
  const unitCents = centsFromDecimal(product.price);
  return { id: index + 1, unitCents, weight: Math.sqrt(product.stock) / (unitCents / 100) ** 0.4 };
});

/** The orders of the last 90 days, oldest first, with a weekly rhythm and slow growth; none lies after `now`. */
export function makeOrderHistory(
  now: Date,
  customers: readonly CustomerSeed[],
  split: StockSplit,
  random: Random,
): PastOrder[] {
  return orderInstants(now, random).map((createdAt, index) => {
    const customer = pickCustomer(customers, createdAt, random);
    const lines = makeLines(customer, split, random);
    const method = random.chance(customer.isBusiness ? 0.4 : 0.08) ? 'bank_transfer' : 'credit_card';
    const outcome = pickOutcome(method, lines, split, random);
    const steps = stepsUntil(now, orderTimeline(createdAt, method, outcome, random));
    const totalCents = lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
    return {
      id: firstOrderId + index,
      customer,
      method,
      lines,
      totalCents,
      createdAt,
      steps,
      status: statusAfter(steps),
    };
  });
}

function orderInstants(now: Date, random: Random): Date[] {
  const days = Array.from({ length: historyDays }, (_, index) => {
    const start = plus(now, (index - historyDays) * dayMs);
    return { start, weight: (weekdayWeights[start.getUTCDay()] ?? 1) * (1 + (0.5 * index) / historyDays) };
  });
  const instants = Array.from({ length: orderCount }, () => {
    const day = random.pickWeighted(days, (candidate) => candidate.weight);
    return plus(day.start, random.between(0, dayMs - 5 * minuteMs));
  });
  // So that a fresh installation has something to do at once.
  for (const [index, hours] of [0.4, 1.5, 3, 6].entries()) instants[index] = plus(now, -hours * hourMs);
  return instants.sort((a, b) => a.getTime() - b.getTime());
}

function pickCustomer(customers: readonly CustomerSeed[], at: Date, random: Random): CustomerSeed {
  const known = customers.filter((customer) => customer.row.createdAt < at);
  return random.pickWeighted(known, (customer) => (customer.isBusiness ? 3 : 1));
}

function makeLines(customer: CustomerSeed, split: StockSplit, random: Random): OrderLine[] {
  const affordable = products.filter((product) => customer.isBusiness || product.unitCents <= privateLimitCents);
  const chosen = new Map<number, PricedProduct>();
  for (let wanted = random.whole(1, customer.isBusiness ? 4 : 3); wanted > 0; wanted--) {
    const product = random.pickWeighted(affordable, (candidate) => candidate.weight);
    chosen.set(product.id, product);
  }
  return [...chosen.values()].map(({ id, unitCents }) => ({
    productId: id,
    warehouseId: random.pickWeighted(split.warehousesOf(id), (warehouse) => warehouse.quantity).warehouseId,
    quantity: random.whole(1, mostPerLine(unitCents, customer.isBusiness)),
    unitCents,
  }));
}

function mostPerLine(unitCents: number, isBusiness: boolean): number {
  if (unitCents < 10_000) return isBusiness ? 8 : 4;
  if (unitCents < 100_000) return isBusiness ? 4 : 2;
  return isBusiness && unitCents < 1_000_000 ? 2 : 1;
}

function pickOutcome(method: PastOrder['method'], lines: OrderLine[], split: StockSplit, random: Random): Outcome {
  const dice = random.next();
  const isPlenty = lines.every((line) => split.quantityOf(line.productId, line.warehouseId) >= plentyInWarehouse);
  if (method === 'bank_transfer' || !isPlenty) return 'fulfilled';
  if (dice < 0.05) return 'cancelled';
  return dice < 0.075 ? 'declined' : 'fulfilled';
}
