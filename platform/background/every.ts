/** Repeats work with a pause between the end of one run and the start of the next, until it is disposed of; that waits for a run on its way. */
export function every(pauseMs: number, work: () => Promise<void>, onError: (error: unknown) => void): AsyncDisposable {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).finally(schedule);
    }, pauseMs);
  };
  schedule();
  return {
    [Symbol.asyncDispose]: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
