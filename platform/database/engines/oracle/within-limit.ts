import { noAnswer } from './errors.ts';

/** The driver's own limit comes first and keeps the session; this one is for a server that does not hear it. */
const graceMs = 2000;

/** Gives up on a call that does not even end after its limit, and does away with what it waits for. */
export async function withinLimit<T>(call: Promise<T>, limitMs: number, abandon: () => void): Promise<T> {
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(Object.assign(new Error('The server does not answer.'), { code: noAnswer }));
    abandon();
  }, limitMs + graceMs);
  try {
    return await Promise.race([call, givenUp]);
  } finally {
    clearTimeout(timer);
  }
}
