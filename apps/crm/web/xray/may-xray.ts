import type { Permission } from '@octo/contracts/crm/permissions.ts';
import { type XrayKind, xrayKinds, xrayPermissions } from '@octo/contracts/crm/xray-kinds.ts';

/** Whether this person may see the story of such a record. */
export function mayXray(can: (permission: Permission) => boolean, kind: XrayKind): boolean {
  return can('observability.read') && can(xrayPermissions[kind]);
}

/** Text from the address as a kind of record; undefined for anything else. */
export function kindOf(text: string | undefined): XrayKind | undefined {
  return xrayKinds.find((kind) => kind === text);
}
