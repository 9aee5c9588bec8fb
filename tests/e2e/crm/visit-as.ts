import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { hire } from '../../drills/parts/operator.ts';
import type { House } from '../house/open-house.ts';
import type { Visitor, VisitorOptions } from '../shop/visitor.ts';

export interface StaffVisitor extends Visitor {
  username: string;
  /** Fills in the form that stands there. */
  signIn(): Promise<void>;
}

const password = 'a pass phrase of the journeys';
let hired = 0;

/** Somebody of the staff in front of the CRM, signed in by its form. */
export async function visitAs(house: House, role: StaffRole, options?: VisitorOptions): Promise<StaffVisitor> {
  hired += 1;
  const username = `${role}-${hired}`;
  await hire(house.owner, { username, password }, role);
  const visitor = await house.visitCrm(options);
  const { page } = visitor;
  const signIn = async () => {
    await page.getByLabel('Username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await page.goto('/');
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  return { ...visitor, username, signIn };
}
