import { setTimeout as sleep } from 'node:timers/promises';
import { abandonSweep, type ClaimedSweep, claimSweep, nextPeriodStart, runSweep } from '@octo/domains/workflows';
import { traceOfSpan } from '@octo/platform/telemetry/current-trace.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import { inStoredTrace } from '@octo/platform/telemetry/in-span.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import type { Gateway } from './context.ts';
import { untilPeersListen } from './peers-up.ts';

/** How long after a period began a replica comes at the latest, so that not all come at once. */
const jitterMs = 3000;
/** How soon it comes again when another sweep was in the way. */
const busyPauseMs = 3000;

/** What the scheduler is at. */
interface Work {
  gateway: Gateway;
  signal: AbortSignal;
  /** The sweep that is under way. */
  sweep: ClaimedSweep | undefined;
}

/** Sweeps at the start and then once in every period, unless another replica does. Disposing closes a sweep that is under way. */
export function startScheduler(gateway: Gateway): AsyncDisposable {
  const stop = new AbortController();
  const work: Work = { gateway, signal: stop.signal, sweep: undefined };
  const running = keepSweeping(work);
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      // Its components may take longer to answer than a stop may.
      if (work.sweep) await leave(gateway, work.sweep);
      else await running;
    },
  };
}

async function keepSweeping(work: Work): Promise<void> {
  await untilPeersListen(Object.values(work.gateway.config.peers), work.signal);
  while (!work.signal.aborted) {
    const pauseMs = await sweepIfDue(work).catch((error: unknown) => {
      if (!work.signal.aborted) noteTrouble(work.gateway, error);
      return busyPauseMs;
    });
    await sleep(pauseMs, undefined, { signal: work.signal }).catch(() => undefined);
  }
}

async function leave(gateway: Gateway, sweep: ClaimedSweep): Promise<void> {
  const left = withoutSpans(() => abandonSweep(gateway.serviceContext('scheduler'), sweep));
  await left.catch((error: unknown) => noteTrouble(gateway, error));
}

function noteTrouble({ logger }: Gateway, error: unknown): void {
  logger.warn(describeFailure(error), 'background work did not succeed and is tried again');
}

/** Returns after how many milliseconds to come again. */
async function sweepIfDue(work: Work): Promise<number> {
  const { gateway } = work;
  const ctx = gateway.serviceContext('scheduler');
  const claim = await withoutSpans(() => claimSweep(ctx, { scheduleMode: 'scheduled' }));
  if (claim === 'busy') return busyPauseMs;
  if (claim !== 'done' && work.signal.aborted) await leave(gateway, claim);
  else if (claim !== 'done') {
    work.sweep = claim;
    await sweep(gateway, claim).finally(() => {
      work.sweep = undefined;
    });
  }
  const now = ctx.clock.now();
  const next = nextPeriodStart(now, gateway.config.sweep.pollSeconds);
  return next.getTime() - now.getTime() + Math.random() * jitterMs;
}

/** The root of a trace. */
const ofItsOwn = { traceparent: null, workflowId: 'query-lab' };

async function sweep(gateway: Gateway, claimed: ClaimedSweep): Promise<void> {
  await inStoredTrace('scheduled sweep', ofItsOwn, async (span) => {
    const run = await runSweep(gateway.serviceContext('scheduler', traceOfSpan(span)), claimed);
    const fields = { run_id: run.id, run_status: run.status, duration_ms: run.durationMs };
    if (run.status === 'error') gateway.logger.warn({ ...fields, summary: run.resultSummary }, 'a sweep found trouble');
    else gateway.logger.info(fields, 'made a sweep');
  });
}
