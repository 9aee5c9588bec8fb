import type { Span } from '@opentelemetry/api';
import { every } from '../background/every.ts';
import type { Trace } from '../context/context.ts';
import type { CallFailure, CallResult } from '../http/call-result.ts';
import type { CircuitState } from '../http/circuit-breaker.ts';
import { traceOfSpan } from '../telemetry/current-trace.ts';
import { describeFailure } from '../telemetry/describe-failure.ts';
import { inStoredTrace } from '../telemetry/in-span.ts';
import type { Logger } from '../telemetry/logger.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { deliverySpanName } from '../telemetry/names/messaging.ts';
import { withoutSpans } from '../telemetry/without-spans.ts';
import type { Bell } from './bell.ts';
import { startWorkLoop } from './work-loop.ts';

/** A message that this dispatcher alone may deliver for now. */
export interface Claimed {
  eventId: string;
  eventType: string;
  /** Where the work that it tells of was done (W3C traceparent). */
  traceparent: string | null;
}

export type SendOutcome = { reason: 'delivered' } | CallFailure;

export interface DispatcherOptions<Message extends Claimed> {
  /** Who hears the messages, for the log. */
  consumer: string;
  claim(limit: number): Promise<Message[]>;
  send(message: Message): Promise<CallResult<unknown>>;
  /** Notes how it went, in the trace of the delivery, and says what became of the message. */
  settle(message: Message, outcome: SendOutcome, trace: Trace): Promise<{ state: string; error?: string }>;
  /** Takes up messages that were written without being given to a dispatcher: all, or those of the last milliseconds. Returns how many. */
  adopt(withinMs?: number): Promise<number>;
  circuit(): CircuitState;
  /** The workflow that a type of message belongs to. */
  workflowOf(eventType: string): string;
  logger: Logger;
  /** Rung when there is something new to send. */
  bell?: Bell | undefined;
}

const batchSize = 20;
const roomOf: Record<CircuitState, number> = { closed: batchSize, probe: 1, open: 0 };
const adoptEveryMs = 10_000;
const adoptWithinMs = 60 * 60 * 1000;

/**
 * Delivers messages, each in a span of the trace that it comes from. While the receiver is in trouble one message at a time
 * looks whether it is back, so that an outage costs the others no attempt.
 */
export function startDispatcher<Message extends Claimed>(options: DispatcherOptions<Message>): AsyncDisposable {
  const { claim, circuit, bell, consumer, logger } = options;
  const onError = (error: unknown) =>
    logger.warn({ ...describeFailure(error), consumer }, 'messages could not be dispatched and are tried again');
  const loop = startWorkLoop<Message>({
    bell,
    onError,
    claim: (limit) => withoutSpans(() => claim(limit)),
    carryOut: (message) => deliver(options, message),
    room: () => roomOf[circuit()],
  });
  const first = adopt(options).catch(onError);
  const adopter = every(adoptEveryMs, () => adopt(options, adoptWithinMs), onError);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all([first, adopter[Symbol.asyncDispose](), loop[Symbol.asyncDispose]()]);
    },
  };
}

async function deliver<Message extends Claimed>(
  { send, settle, workflowOf, consumer, logger }: DispatcherOptions<Message>,
  message: Message,
): Promise<void> {
  const { eventId, eventType, traceparent } = message;
  const origin = { traceparent, workflowId: workflowOf(eventType) };
  await inStoredTrace(deliverySpanName(eventType), origin, async (span: Span) => {
    span.setAttribute(attributeNames.messageId, eventId);
    const result = await send(message);
    const outcome = result.ok ? ({ reason: 'delivered' } as const) : result.failure;
    const { state, error } = await settle(message, outcome, traceOfSpan(span));
    if (state !== 'dead') return;
    const fields = { consumer, event_id: eventId, event_type: eventType, [attributeNames.errorCode]: error };
    logger.warn(fields, 'a message is given up until an operator looks at it');
  });
}

async function adopt<Message extends Claimed>(
  { adopt, bell, consumer, logger }: DispatcherOptions<Message>,
  withinMs?: number,
): Promise<void> {
  const adopted = await withoutSpans(() => adopt(withinMs));
  if (adopted === 0) return;
  logger.info({ consumer, messages: adopted }, 'took up messages that another release had written');
  bell?.ring();
}
