import { type StaffRole, staffRoles } from '@octo/contracts/crm/permissions.ts';

/** What a role may do, in a few words. */
export const roleMeanings: Readonly<Record<StaffRole, string>> = {
  admin: 'May do everything, and decides who may do what.',
  manager: 'May do everything but decide who may do what.',
  support: 'Looks at everything but the audit, and moves orders on.',
  viewer: 'Looks at everything but the audit, and changes nothing.',
};

const noRole = 'Cannot sign in here.';

export function meaningOf(role: StaffRole | null): string {
  return role === null ? noRole : roleMeanings[role];
}

/** The role of this name; none for any other text. */
export function roleOf(name: string | null): StaffRole | null {
  return staffRoles.find((role) => role === name) ?? null;
}

/** Each role may do all that the ones after it may: whoever moves down the list, or out of it, loses something. */
export function takesRightsAway(from: StaffRole | null, to: StaffRole | null): boolean {
  if (from === null) return false;
  return to === null || staffRoles.indexOf(to) > staffRoles.indexOf(from);
}
