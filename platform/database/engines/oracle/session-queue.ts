import { noSessionFree } from './errors.ts';

/** Nobody gave a session back in the time that a caller waits for one, or too many wait already. */
export class NoSessionFree extends Error {
  override readonly name = 'NoSessionFree';
  readonly code = noSessionFree;
}

/** Those who wait beyond this many per session could not be served in time. */
const waitingPerSession = 50;

/** Lets as many callers in as there are sessions; the others wait in line, for a while. */
export class SessionQueue {
  readonly #longestMs: number;
  readonly #mostWaiting: number;
  readonly #line = new Set<(failure?: Error) => void>();
  #free: number;

  constructor(sessions: number, longestMs: number) {
    this.#free = sessions;
    this.#longestMs = longestMs;
    this.#mostWaiting = sessions * waitingPerSession;
  }

  get waiting(): number {
    return this.#line.size;
  }

  /** Throws NoSessionFree when nobody leaves in time. Whoever got in has to leave. */
  async enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#line.size >= this.#mostWaiting) throw new NoSessionFree('Too many callers wait for a session.');
    await this.#wait();
  }

  leave(): void {
    const [next] = this.#line;
    if (next) next();
    else this.#free += 1;
  }

  /** Sends everybody home who stands in line. */
  turnAway(failure: Error): void {
    for (const end of this.#line) end(failure);
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (failure?: Error) => {
        clearTimeout(timer);
        this.#line.delete(end);
        if (failure) reject(failure);
        else resolve();
      };
      const timer = setTimeout(() => end(new NoSessionFree('No session became free in time.')), this.#longestMs);
      this.#line.add(end);
    });
  }
}
