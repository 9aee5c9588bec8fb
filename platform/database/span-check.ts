import { setTimeout } from 'node:timers/promises';
import { context, ROOT_CONTEXT, type Span } from '@opentelemetry/api';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../telemetry/logger.ts';
import { note } from '../telemetry/metrics/instruments.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { spansMissing } from '../telemetry/names/metrics/database.ts';
import { watchSqlSpans } from '../telemetry/sql-span.ts';
import { RecordedSpan } from '../telemetry/tracer/recorded-span.ts';
import { engineOf } from './engines/engine.ts';

const retryAfterMs = 5000;
const proof = sql`select 1 as proof`;
const neededNames = [attributeNames.statement, attributeNames.sqlId];

/**
 * Looks, once the database has answered, whether a statement makes a span with its text and its id, and says so loudly where it
 * does not: everything else would go on as ever, unseen. Stops nobody. It is over when it has looked, or is disposed of.
 */
export function checkSpans<Tables>(db: Kysely<Tables>, logger: Logger): Disposable & { done: Promise<void> } {
  const stopping = new AbortController();
  const done = checkOnceAnswered(db, logger, stopping.signal);
  return { done, [Symbol.dispose]: () => stopping.abort() };
}

async function checkOnceAnswered<Tables>(db: Kysely<Tables>, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const found = await look(db).catch(() => undefined);
    if (found && !signal.aborted) return report(found, logger);
    await setTimeout(retryAfterMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

interface Found {
  areSpansComing: boolean;
  driverFault: string | undefined;
}

/** In a trace of its own, so that it leans on nothing that the caller is part of. */
async function look<Tables>(db: Kysely<Tables>): Promise<Found> {
  const seen: Span[] = [];
  using _watch = watchSqlSpans((span) => void seen.push(span));
  await context.with(ROOT_CONTEXT, () => proof.execute(db));
  return { areSpansComing: seen.some(isWhole), driverFault: await engineOf(db).driverFault?.() };
}

function isWhole(span: Span): boolean {
  return span instanceof RecordedSpan && neededNames.every((name) => span.attributes.names.includes(name));
}

function report({ areSpansComing, driverFault }: Found, logger: Logger): void {
  note(spansMissing, areSpansComing ? 0 : 1);
  if (driverFault !== undefined) logger.error({ [attributeNames.errorCode]: 'database.driver_untested' }, driverFault);
  if (areSpansComing) return;
  logger.error(
    { [attributeNames.errorCode]: 'database.spans_missing' },
    'statements make no spans: load telemetry before the application (node --import), and look at the version of the driver',
  );
}
