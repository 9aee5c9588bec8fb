import { type Attributes, SpanKind } from '@opentelemetry/api';
import { inSpan } from './in-span.ts';
import { type Counts, countDone, countFailed } from './metrics/tally.ts';

type Verb = (...args: never[]) => Promise<unknown>;
export type Verbs = Record<string, Verb>;
type Describe<V extends Verb> = (result: Awaited<ReturnType<V>>) => Attributes;
type CountsOf<V extends Verb> = Counts<Parameters<V>, Awaited<ReturnType<V>>>;

/**
 * Wraps the verbs of a domain, each in a span `<domain>.<verb_in_snake_case>`.
 * `describe` names attributes to take from a verb's result; never personal data. `counts` says what its outcome adds to the
 * metrics of the business.
 */
export function traced<V extends Verbs>(
  domain: string,
  verbs: V,
  describe: { [K in keyof V]?: Describe<V[K]> } = {},
  counts: { [K in keyof V]?: CountsOf<V[K]> } = {},
): V {
  const wrapped = Object.entries(verbs).map(([name, verb]) => [
    name,
    wrap(spanName(domain, name), counted(verb, counts[name]), describe[name]),
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

function counted(verb: Verb, counts: CountsOf<Verb> | undefined): Verb {
  if (!counts) return verb;
  return async (...args) => {
    try {
      const result = await verb(...args);
      countDone(counts, result, args);
      return result;
    } catch (error) {
      countFailed(counts, error, args);
      throw error;
    }
  };
}

function spanName(domain: string, verb: string): string {
  return `${domain}.${verb.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** Each entry was wrapped under its own name with its own signature. */
function asVerbs<V extends Verbs>(wrapped: Record<string, Verb>): V {
  return wrapped as V;
}
