type Key = readonly (string | number)[];

/** Requests added up by key, until they are written. */
export interface Tally<K extends Key> {
  add(key: K, isError: boolean): void;
  /** Hands over what was added up, and begins anew. */
  drain(write: (key: K, requests: number, errors: number) => void): void;
  clear(): void;
}

export function createTally<K extends Key>(): Tally<K> {
  const sums = new Map<string, { key: K; requests: number; errors: number }>();
  return {
    add(key, isError) {
      const id = key.join('\n');
      const sum = sums.get(id) ?? { key, requests: 0, errors: 0 };
      sum.requests += 1;
      if (isError) sum.errors += 1;
      sums.set(id, sum);
    },
    drain(write) {
      for (const { key, requests, errors } of sums.values()) write(key, requests, errors);
      sums.clear();
    },
    clear: () => sums.clear(),
  };
}
