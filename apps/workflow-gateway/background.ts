import { purgeRecords, recordKept } from '@octo/domains/workflows';
import { every } from '@octo/platform/background/every.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import type { Gateway } from './context.ts';
import { startScheduler } from './scheduler.ts';

const hourMs = 60 * 60 * 1000;
const recordEveryMs = 1000;

/** What a gateway does by itself: sweeps, writes down what happened while the database was away, and forgets what is long over. */
export function startBackgroundWork(gateway: Gateway): AsyncDisposable {
  const note = (error: unknown) =>
    gateway.logger.warn(describeFailure(error), 'background work did not succeed and is tried again');
  const purge = () => withoutSpans(() => purgeOld(gateway));
  const first = purge().catch(note);
  const purger = every(hourMs, purge, note);
  // Where it is away for long, nobody wants to read of it every second.
  const recorder = every(
    recordEveryMs,
    () => withoutSpans(() => recordMissed(gateway)),
    () => undefined,
  );
  const scheduler = startScheduler(gateway);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all([first, scheduler[Symbol.asyncDispose](), purger[Symbol.asyncDispose]()]);
      await recorder[Symbol.asyncDispose]();
      await withoutSpans(() => recordMissed(gateway)).catch(note);
    },
  };
}

async function purgeOld(gateway: Gateway): Promise<void> {
  const { retentionMs } = gateway.config;
  const rows = await purgeRecords(gateway.serviceContext('purger'), { retentionMs });
  if (rows > 0) gateway.logger.info({ rows }, 'deleted records that were long over');
}

async function recordMissed(gateway: Gateway): Promise<void> {
  if (!gateway.journal.first()) return;
  const { recorded, lost } = await recordKept(gateway.serviceContext('recorder'));
  const fields = { records: recorded, records_lost: lost };
  if (lost > 0) gateway.logger.error(fields, 'recorded what happened while the database was away, but not all of it');
  else gateway.logger.info(fields, 'recorded what happened while the database was away');
}
