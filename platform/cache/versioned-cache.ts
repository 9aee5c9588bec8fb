export interface VersionedCacheOptions {
  /** Moves whenever entries may be wrong; everything kept under an older version is dropped. */
  version(): number;
  maxAgeMs: number;
  maxEntries: number;
  nowMs?(): number;
}

export interface VersionedCache {
  /** The kept value, or the one that `load` brings; callers who ask while it loads share it. A failed load is not kept. */
  get<T>(key: string, load: () => Promise<T>): Promise<T>;
}

interface Entry {
  value: Promise<unknown>;
  loadedAtMs: number;
}

/** Keeps what many people ask for, for a moment. One cache for one kind of value: a key always names the same type. */
export function createVersionedCache(options: VersionedCacheOptions): VersionedCache {
  const now = options.nowMs ?? (() => performance.now());
  const entries = new Map<string, Entry>();
  let version = Number.NaN;
  return {
    get: <T>(key: string, load: () => Promise<T>): Promise<T> => {
      if (options.version() !== version) {
        entries.clear();
        version = options.version();
      }
      const kept = entries.get(key);
      if (kept && now() - kept.loadedAtMs < options.maxAgeMs) return asLoaded<T>(kept.value);
      const value = load();
      const entry = { value, loadedAtMs: now() };
      entries.delete(key);
      entries.set(key, entry);
      dropStale(entries, entry.loadedAtMs - options.maxAgeMs, options.maxEntries);
      value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return value;
    },
  };
}

/** Entries stand in the order of their loading. What nobody asks for again must not stay, and a flood of keys must not either. */
function dropStale(entries: Map<string, Entry>, loadedBeforeMs: number, maxEntries: number): void {
  for (const [key, entry] of entries) {
    if (entry.loadedAtMs > loadedBeforeMs && entries.size <= maxEntries) return;
    entries.delete(key);
  }
}

/** A key names one type, by the contract of `get`. */
function asLoaded<T>(value: Promise<unknown>): Promise<T> {
  return value as Promise<T>;
}
