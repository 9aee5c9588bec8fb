/** What the observatory itself takes, over the time since the sample before. */
export interface CostSample {
  readonly atMs: number;
  /** Of one processor, as a share. */
  readonly cpuShare: number;
  readonly memoryBytes: number;
  readonly spansPerSecond: number;
  /** Records since the start that were refused, and that were taken in but not kept. */
  readonly refused: number;
  readonly lost: number;
  readonly storeBytes: number;
}

export interface CostSources {
  cpuMicros(): number;
  memoryBytes(): number;
  spansTaken(): number;
  refused(): number;
  lost(): number;
  storeBytes(): number;
}

export interface CostWatch {
  sample(nowMs: number): void;
  latest(): CostSample | undefined;
  /** Of the last hour, oldest first. */
  all(): readonly CostSample[];
  /** Records lost since then; undefined before the first sample. */
  lostSince(fromMs: number): number | undefined;
}

const most = 360;

/** Keeps what the observatory cost in the last hour, in memory: it is of no use to anybody once the process is gone. */
export function createCostWatch(sources: CostSources): CostWatch {
  const samples: CostSample[] = [];
  let before: { atMs: number; cpuMicros: number; spans: number } | undefined;

  return {
    sample(nowMs) {
      const now = { atMs: nowMs, cpuMicros: sources.cpuMicros(), spans: sources.spansTaken() };
      const seconds = before ? (nowMs - before.atMs) / 1000 : 0;
      const per = (amount: number) => (seconds <= 0 ? 0 : amount / seconds);
      samples.push({
        atMs: nowMs,
        cpuShare: per((now.cpuMicros - (before?.cpuMicros ?? now.cpuMicros)) / 1e6),
        memoryBytes: sources.memoryBytes(),
        spansPerSecond: per(now.spans - (before?.spans ?? now.spans)),
        refused: sources.refused(),
        lost: sources.lost(),
        storeBytes: sources.storeBytes(),
      });
      before = now;
      if (samples.length > most) samples.shift();
    },
    latest: () => samples.at(-1),
    all: () => samples,
    lostSince(fromMs) {
      const last = samples.at(-1);
      const first = samples.find(({ atMs }) => atMs >= fromMs) ?? last;
      // What was lost before the first sample of a process was lost by it, too.
      const lostBefore = samples[0] === first ? 0 : (first?.lost ?? 0);
      return last && last.lost - lostBefore;
    },
  };
}
