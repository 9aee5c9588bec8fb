import type { Permission } from '@octo/contracts/crm/permissions.ts';
import type { XrayKind } from '@octo/contracts/crm/xray.ts';

/** What one has to be allowed to read to see the story of a record; as the server has it. */
const needed: Readonly<Record<Exclude<XrayKind, 'trace'>, Permission>> = {
  order: 'orders.read',
  line: 'orders.read',
  invoice: 'orders.read',
  product: 'products.read',
  movement: 'products.read',
  customer: 'customers.read',
  delivery: 'sync.read',
  audit: 'audit.read',
};

/** Whether this person may see the story of such a record. */
export function mayXray(can: (permission: Permission) => boolean, kind: XrayKind): boolean {
  return can('observability.read') && (kind === 'trace' || can(needed[kind]));
}

/** Text from the address as a kind of record; undefined for anything else. */
export function kindOf(text: string | undefined): XrayKind | undefined {
  return kindsOf(needed).find((kind) => kind === text) ?? (text === 'trace' ? text : undefined);
}

/** A table of kinds has no other keys than their names. */
function kindsOf<Kind extends string>(table: Readonly<Record<Kind, unknown>>): Kind[] {
  return Object.keys(table) as Kind[];
}
