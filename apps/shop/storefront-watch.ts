import { getCatalogVersion, listCategories } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { getStorefront, type Storefront } from '@octo/domains/shops';
import { every } from '@octo/platform/background/every.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';

/** What this process knows of its own shop without asking: read again whenever the catalogue moved. */
export interface StorefrontWatch extends AsyncDisposable {
  /** Moves with every change of the catalogue. */
  version(): number;
  isKnown(): boolean;
  /** Throws Unavailable while the shop was never read. */
  storefront(): Storefront;
  categories(): readonly { name: string; count: number }[];
  /** Looks now instead of at the next tick. Throws when the database does not answer. */
  refresh(): Promise<void>;
}

const lookEveryMs = 500;

export function watchStorefront(ctx: Ctx, slug: string, logger: Logger): StorefrontWatch {
  let version = -1;
  let storefront: Storefront | undefined;
  let categories: { name: string; count: number }[] = [];
  let isAway = false;
  let begunLooks = 0;
  let newestLook = 0;

  async function refresh(): Promise<void> {
    begunLooks += 1;
    const look = begunLooks;
    const seen = await getCatalogVersion(ctx);
    if (seen === version) return;
    const found = await getStorefront(ctx, { slug });
    const rows = await listCategories(ctx, { shopId: found.id });
    // A look that began later may have been quicker, and knows more.
    if (look < newestLook) return;
    newestLook = look;
    storefront = found;
    categories = rows.map((row) => ({ name: row.name, count: row.products }));
    version = seen;
  }

  async function look(): Promise<void> {
    await withoutSpans(refresh);
    if (isAway) logger.info('the catalogue can be read again');
    isAway = false;
  }

  const timer = every(lookEveryMs, look, (error) => {
    if (!isAway) logger.warn(describeFailure(error), 'the catalogue cannot be read, and is tried again');
    isAway = true;
  });
  return {
    version: () => version,
    isKnown: () => storefront !== undefined,
    storefront: () => {
      if (!storefront) throw notReady();
      return storefront;
    },
    categories: () => categories,
    refresh: () => withoutSpans(refresh),
    [Symbol.asyncDispose]: () => timer[Symbol.asyncDispose](),
  };
}

export function notReady(): AppError {
  const message = 'The shop is just opening. Please try again in a moment.';
  return new AppError('Unavailable', 'shops.not_ready', message, { retryAfterSeconds: 2 });
}
