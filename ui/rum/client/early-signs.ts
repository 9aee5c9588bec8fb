import type { OctoRum } from './octo-rum.ts';

/** What happened before the client was there to hear of it. */
export interface EarlySigns {
  readonly errors: (ErrorEvent | PromiseRejectionEvent)[];
  readonly told: ((rum: OctoRum) => void)[];
  /** From now on somebody else listens. */
  stop(): void;
}

const most = 20;

export function watchEarly(): EarlySigns {
  const errors: EarlySigns['errors'] = [];
  const told: EarlySigns['told'] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => void (errors.length < most && errors.push(event));
  const tell = (say: (rum: OctoRum) => void) => void (told.length < most && told.push(say));
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  window.octoRum = {
    event: (name, facts) => tell((rum) => rum.event(name, facts)),
    view: (page) => tell((rum) => rum.view(page)),
  };
  return {
    errors,
    told,
    stop() {
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    },
  };
}
