import { context, trace } from '@opentelemetry/api';
import { RecordedSpan } from './tracer/recorded-span.ts';

/** What goes on right now, as a database session is tagged with it. */
export interface CurrentWork {
  /** Name of the active span: a route such as `POST /api/checkout`, or a verb such as `checkout.place_order`. */
  readonly action: string;
  /** 32 hex digits. */
  readonly traceId: string;
}

const untracedWork: CurrentWork = Object.freeze({ action: '', traceId: '' });

/** Both are empty where nothing is traced. Cheap enough for every session that is lent. */
export function currentWork(): CurrentWork {
  const span = trace.getSpan(context.active());
  return span instanceof RecordedSpan ? { action: span.name, traceId: span.start.context.traceId } : untracedWork;
}
