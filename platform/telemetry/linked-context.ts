import type { Context } from '@opentelemetry/api';

/** A context with one value more than its parent. The API's own copies every value into a new map; this one is made per request. */
class LinkedContext implements Context {
  readonly #parent: Context;
  readonly #key: symbol;
  readonly #value: unknown;

  constructor(parent: Context, key: symbol, value: unknown) {
    this.#parent = parent;
    this.#key = key;
    this.#value = value;
  }

  getValue(key: symbol): unknown {
    return key === this.#key ? this.#value : this.#parent.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return new LinkedContext(this, key, value);
  }

  deleteValue(key: symbol): Context {
    return new LinkedContext(this, key, undefined);
  }
}

/** Adds a value to a context; what is added to the result later is as cheap. */
export function withValue(parent: Context, key: symbol, value: unknown): Context {
  return new LinkedContext(parent, key, value);
}
