import {
  type Attributes,
  type AttributeValue,
  type Exception,
  type Link,
  type Span,
  type SpanContext,
  type SpanKind,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
} from '@opentelemetry/api';
import { SpanAttributes } from './span-attributes.ts';
import { nowMs, toMs } from './time.ts';

export interface SpanEvent {
  readonly name: string;
  readonly timeMs: number;
  readonly attributes: SpanAttributes;
}

export interface SpanLink {
  readonly context: SpanContext;
  readonly attributes: SpanAttributes;
}

export interface SpanStart {
  readonly scope: string;
  readonly kind: SpanKind;
  readonly context: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly startTime: TimeInput | undefined;
}

const most = 128;
const unset: SpanStatus = { code: SpanStatusCode.UNSET };

/** A span of the OpenTelemetry API. Once it ended nothing changes it any more. */
export class RecordedSpan implements Span {
  name: string;
  readonly start: SpanStart;
  readonly startMs: number;
  endMs = 0;
  status = unset;
  readonly attributes = new SpanAttributes();
  events: SpanEvent[] | undefined;
  links: SpanLink[] | undefined;
  droppedEvents = 0;
  droppedLinks = 0;
  readonly #onEnd: (span: RecordedSpan) => void;
  #isOpen = true;

  constructor(name: string, start: SpanStart, onEnd: (span: RecordedSpan) => void) {
    this.name = name;
    this.start = start;
    this.startMs = start.startTime === undefined ? nowMs() : toMs(start.startTime);
    this.#onEnd = onEnd;
  }

  spanContext(): SpanContext {
    return this.start.context;
  }

  isRecording(): boolean {
    return this.#isOpen;
  }

  setAttribute(name: string, value: AttributeValue): this {
    if (this.#isOpen) this.attributes.set(name, value);
    return this;
  }

  setAttributes(attributes: Attributes): this {
    if (this.#isOpen) this.attributes.setAll(attributes);
    return this;
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput, time?: TimeInput): this {
    if (!this.#isOpen) return this;
    const given = isTime(attributesOrTime) ? attributesOrTime : time;
    const attributes = isTime(attributesOrTime) ? undefined : attributesOrTime;
    this.events ??= [];
    if (this.events.length === most) this.droppedEvents += 1;
    else this.events.push({ name, timeMs: toMs(given), attributes: collected(attributes) });
    return this;
  }

  addLink({ context, attributes }: Link): this {
    if (!this.#isOpen) return this;
    this.links ??= [];
    if (this.links.length === most) this.droppedLinks += 1;
    else this.links.push({ context, attributes: collected(attributes) });
    return this;
  }

  addLinks(links: readonly Link[]): this {
    for (const link of links) this.addLink(link);
    return this;
  }

  /** What was found to be well stays so, and nothing is set back. A message belongs to errors alone. */
  setStatus({ code, message }: SpanStatus): this {
    const isFinal = code === SpanStatusCode.UNSET || this.status.code === SpanStatusCode.OK;
    if (!this.#isOpen || isFinal) return this;
    this.status = code === SpanStatusCode.ERROR && message !== undefined ? { code, message } : { code };
    return this;
  }

  updateName(name: string): this {
    if (this.#isOpen) this.name = name;
    return this;
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const attributes = describe(exception);
    if (Object.keys(attributes).length > 0) this.addEvent('exception', attributes, time);
  }

  end(time?: TimeInput): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.endMs = Math.max(this.startMs, time === undefined ? nowMs() : toMs(time));
    this.#onEnd(this);
  }
}

function collected(attributes: Attributes | undefined): SpanAttributes {
  const result = new SpanAttributes();
  result.setAll(attributes);
  return result;
}

function isTime(value: Attributes | TimeInput | undefined): value is TimeInput {
  return typeof value === 'number' || value instanceof Date || Array.isArray(value);
}

function describe(exception: Exception): Attributes {
  if (typeof exception === 'string') return { 'exception.message': exception };
  const { code, name, message, stack } = exception;
  const type = code === undefined ? name : String(code);
  return {
    ...(type ? { 'exception.type': type } : {}),
    ...(message ? { 'exception.message': message } : {}),
    ...(stack ? { 'exception.stacktrace': stack } : {}),
  };
}
