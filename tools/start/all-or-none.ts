export type Task<T> = (signal: AbortSignal) => Promise<T>;

/** Does everything at once. When one fails, the others are told to stop and are waited for; then it throws what failed first. */
export async function allOrNone<T>(signal: AbortSignal, tasks: readonly Task<T>[]): Promise<T[]> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const running = tasks.map((task) => task(either));
  try {
    return await Promise.all(running);
  } catch (error) {
    failed.abort();
    await Promise.allSettled(running);
    throw error;
  }
}
