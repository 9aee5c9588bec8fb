import { errorCode } from '@octo/platform/errors/app-error.ts';
import type { Salvage } from './salvage.ts';

export interface SalvageRunner extends Disposable {
  /** Goes on with it in steps between other work; an earlier one ends. */
  start(salvage: Salvage | undefined): void;
}

/** Others are to have as much time as it takes. */
const pauseMs = 20;

/** Runs what is to be salvaged. A step goes through `use`, so that damage of the new file is told there. */
export function salvageRunner(use: (step: () => boolean) => boolean, onNote: (note: string) => void): SalvageRunner {
  let current: Salvage | undefined;
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(timer);
    current?.[Symbol.dispose]();
    current = undefined;
  }

  function goOn(salvage: Salvage): void {
    timer = setTimeout(() => {
      try {
        if (use(salvage.step)) return goOn(salvage);
        onNote(salvage.tell());
      } catch (error) {
        if (salvage !== current) return;
        onNote(
          `${salvage.tell()} The rest could not be copied (${errorCode(error)}); it is tried again at the next start.`,
        );
      }
      stop();
    }, pauseMs).unref();
  }

  return {
    start(salvage) {
      stop();
      current = salvage;
      if (salvage) goOn(salvage);
    },
    [Symbol.dispose]: stop,
  };
}
