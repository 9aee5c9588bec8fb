import { createHook } from 'node:async_hooks';

/** How many passwords this process has hashed or verified since: what it costs shows that it was, or was not, done. */
export interface PasswordWork extends Disposable {
  jobs(): number;
}

export function watchPasswordWork(): PasswordWork {
  let jobs = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'ARGON2REQUEST') jobs += 1;
    },
  }).enable();
  return { jobs: () => jobs, [Symbol.dispose]: () => void hook.disable() };
}
