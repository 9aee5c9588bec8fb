import { purgeSessions } from '@octo/domains/identity';
import { every } from '@octo/platform/background/every.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import type { Crm } from './context.ts';
import { startShopDispatcher } from './dispatcher.ts';

const hourMs = 60 * 60 * 1000;

/** What a CRM does by itself: tells the shop, and forgets sessions and attempts to sign in that are long over. */
export function startBackgroundWork(crm: Crm): AsyncDisposable {
  const note = (error: unknown) =>
    crm.logger.warn(describeFailure(error), 'background work did not succeed and is tried again');
  const purge = async () => void (await withoutSpans(() => purgeSessions(crm.serviceContext('purger'))));
  const first = purge().catch(note);
  const purger = every(hourMs, purge, note);
  const dispatcher = startShopDispatcher(crm);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all([first, purger[Symbol.asyncDispose](), dispatcher?.[Symbol.asyncDispose]()]);
    },
  };
}
