import type { TextMapPropagator } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { extractB3 } from './b3.ts';

/** Takes W3C trace context, and B3 where there is none; sends W3C on. */
export function createPropagator(): TextMapPropagator {
  const w3c = new W3CTraceContextPropagator();
  return {
    inject: (context, carrier, setter) => w3c.inject(context, carrier, setter),
    extract: (context, carrier, getter) => {
      const found = w3c.extract(context, carrier, getter);
      return found === context ? extractB3(context, carrier, getter) : found;
    },
    fields: () => w3c.fields(),
  };
}
