import type { Ctx } from '@octo/domains/context';
import { getAuditEntry } from '@octo/domains/security';
import { toWireAuditEntry } from '../../wire/audit.ts';
import { type Found, nothingElse } from '../found.ts';
import { eventId } from '../ids.ts';
import { auditSteps } from '../steps.ts';

/** One write. Throws NotFound. */
export async function findAuditEntry(ctx: Ctx, id: string): Promise<Found> {
  const entry = toWireAuditEntry(await getAuditEntry(ctx, { id: eventId(id) }));
  const { resource } = entry;
  return {
    ...nothingElse,
    title: entry.action,
    about: resource,
    path: resource === null ? '/audit' : `/audit?${new URLSearchParams({ resource })}`,
    facts: [{ label: 'By', value: entry.actor }],
    audit: [entry],
    steps: auditSteps([entry]),
  };
}
