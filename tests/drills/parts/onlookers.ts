import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './buyer.ts';

const pauseMs = 30;

/** People who ask the same things over and over, each one thing, while something happens to what they ask. */
export interface Onlookers extends AsyncDisposable {
  /** Every answer so far, by what was asked. */
  answers: ReadonlyMap<string, readonly Answer[]>;
  /** Lets them finish; rejects when somebody was not answered at all. */
  leave(): Promise<void>;
}

export function watch(questions: Record<string, () => Promise<Answer>>): Onlookers {
  const answers = new Map<string, Answer[]>();
  let isOver = false;
  const all = Object.entries(questions).map(async ([name, ask]) => {
    const own: Answer[] = [];
    answers.set(name, own);
    while (!isOver) {
      own.push(await ask());
      await sleep(pauseMs);
    }
  });
  const done = Promise.all(all);
  done.catch(() => undefined);
  const leave = async () => {
    isOver = true;
    await done;
  };
  return { answers, leave, [Symbol.asyncDispose]: () => leave().catch(() => undefined) };
}
