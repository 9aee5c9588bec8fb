export interface QuotaOptions {
  /** So much in a window for one key. */
  perKey: number;
  /** For all of them together; without end when absent. */
  total?: number;
  windowMs: number;
  nowMs(): number;
}

export interface Quota {
  /** Takes one, unless none is left; then it says for how many seconds. */
  take(key: string): number | undefined;
  /** Whether one is left, without taking it. */
  waitSeconds(key: string): number | undefined;
}

const mostKeys = 10_000;

/** Counts in windows of time. Who comes after very many keys in one window finds it used up. */
export function createQuota({ perKey, total = Number.POSITIVE_INFINITY, windowMs, nowMs }: QuotaOptions): Quota {
  const used = new Map<string, number>();
  let all = 0;
  let endsAt = 0;

  function turn(): void {
    if (nowMs() < endsAt) return;
    used.clear();
    all = 0;
    endsAt = nowMs() + windowMs;
  }

  function waitSeconds(key: string): number | undefined {
    turn();
    const isLeft = (used.get(key) ?? 0) < perKey && all < total && (used.has(key) || used.size < mostKeys);
    return isLeft ? undefined : Math.max(1, Math.ceil((endsAt - nowMs()) / 1000));
  }

  return {
    waitSeconds,
    take(key) {
      const wait = waitSeconds(key);
      if (wait !== undefined) return wait;
      used.set(key, (used.get(key) ?? 0) + 1);
      all += 1;
      return undefined;
    },
  };
}
