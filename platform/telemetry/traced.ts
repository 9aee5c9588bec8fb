import { type Attributes, SpanKind } from '@opentelemetry/api';
import { inSpan } from './in-span.ts';

type Verb = (...args: never[]) => Promise<unknown>;
export type Verbs = Record<string, Verb>;
type Describe<V extends Verb> = (result: Awaited<ReturnType<V>>) => Attributes;

/**
 * Wraps the verbs of a domain, each in a span `<domain>.<verb_in_snake_case>`.
 * `describe` names attributes to take from a verb's result; never personal data.
 */
export function traced<V extends Verbs>(
  domain: string,
  verbs: V,
  describe: { [K in keyof V]?: Describe<V[K]> } = {},
): V {
  const wrapped = Object.entries(verbs).map(([name, verb]) => [
    name,
    wrap(spanName(domain, name), verb, describe[name]),
  ]);
  return asVerbs<V>(Object.fromEntries(wrapped));
}

function wrap(name: string, verb: Verb, describe: Describe<Verb> | undefined): Verb {
  return (...args) =>
    inSpan(name, SpanKind.INTERNAL, {}, async (span) => {
      const result = await verb(...args);
      if (describe) span.setAttributes(describe(result));
      return result;
    });
}

function spanName(domain: string, verb: string): string {
  return `${domain}.${verb.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** Each entry was wrapped under its own name with its own signature. */
function asVerbs<V extends Verbs>(wrapped: Record<string, Verb>): V {
  return wrapped as V;
}
