import { type Bell, createBell } from './bell.ts';

export interface WorkLoopOptions<Piece> {
  /** Takes up to so many pieces of work for this loop alone; none when nothing is due. */
  claim(limit: number): Promise<Piece[]>;
  /** Does one and notes what became of it. */
  carryOut(piece: Piece): Promise<void>;
  /** How many may be claimed at the moment; 0 rests. */
  room(): number;
  /** Told of a piece that could not be carried out, and of the first of several claims in vain. */
  onError(error: unknown): void;
  /** Rung, it makes the loop look now instead of at its next poll. */
  bell?: Bell | undefined;
  pollMs?: number;
  /** With so many pieces under way, no more are claimed. */
  mostUnderWay?: number;
}

/**
 * Looks for work a few times a second, and again at once while it finds some. Every piece goes its own way: one that fails
 * or hangs keeps no other waiting. Disposing of it waits for what is under way.
 */
export function startWorkLoop<Piece>(options: WorkLoopOptions<Piece>): AsyncDisposable {
  const { pollMs = 200, mostUnderWay = 20, bell = createBell() } = options;
  const underWay = new Set<Promise<void>>();
  const claim = claiming(options);
  let isStopped = false;

  function begin(piece: Piece): void {
    const work = options
      .carryOut(piece)
      .catch(options.onError)
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      const found = await claim();
      for (const piece of found) begin(piece);
      if (found.length === 0) await bell.rung(pollMs);
      while (underWay.size >= mostUnderWay) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  }

  const running = run();
  return {
    [Symbol.asyncDispose]: async () => {
      isStopped = true;
      bell.ring();
      await running;
    },
  };
}

function claiming<Piece>({ claim, room, onError }: WorkLoopOptions<Piece>): () => Promise<Piece[]> {
  let isFailing = false;
  return async () => {
    const limit = room();
    if (limit === 0) return [];
    try {
      const found = await claim(limit);
      isFailing = false;
      return found;
    } catch (error) {
      if (!isFailing) onError(error);
      isFailing = true;
      return [];
    }
  };
}
