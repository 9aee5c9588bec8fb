import type { RumSettings } from '@octo/contracts/browser-telemetry.ts';

export interface CategoryCount {
  name: string;
  count: number;
}

/** What every page needs and no visitor changes. */
export interface Site {
  /** The URL of an asset by its name, e.g. `shop.css`. */
  asset(name: string): string;
  /** Empty when the catalogue cannot be read: the page then stands without them. */
  categories: readonly CategoryCount[];
  /** Whom pages tell of visits; nobody when absent. */
  rum?: RumSettings | undefined;
}

export const brand = 'OCTO Drone Shop';
