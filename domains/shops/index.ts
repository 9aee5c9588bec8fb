// Shops: the storefronts a shop process can be, and the dealers a buyer can visit.
// The CRM owns every column; a storefront obeys its status.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { listLocations as locations } from './list-locations.ts';

// Read again whenever the catalogue moved, outside of any request.
export { getStorefront, type Storefront } from './get-storefront.ts';
export type { Location } from './list-locations.ts';

export const { listLocations } = traced('shops', { listLocations: locations });
