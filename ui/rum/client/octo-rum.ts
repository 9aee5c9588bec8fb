import type { CustomEvent } from '@octo/contracts/browser-telemetry.ts';

/** What may be said of a custom event: which product, how many, how it went; nothing of the person. */
export interface EventFacts {
  productId?: number;
  category?: string;
  units?: number;
  cartUnits?: number;
  outcome?: string;
}

/** What the scripts of a page tell of themselves. */
export interface OctoRum {
  event(name: CustomEvent, facts?: EventFacts): void;
  /** The page shows something else without a new document; the template of its address. */
  view(page: string): void;
}

declare global {
  interface Window {
    /** Absent where nobody is told. */
    octoRum?: OctoRum;
  }
}
