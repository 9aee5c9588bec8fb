// Security: what was changed and by whom, and what somebody tried that they should not have.
// Anybody appends, nobody changes a row: the database grants no more than that.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { listAudit as list } from './list-audit.ts';
import { recordAudit as audit } from './record-audit.ts';
import { recordSecurityEvent as securityEvent } from './record-security-event.ts';

export { changesBetween } from './changes.ts';
export type { AuditEntry } from './list-audit.ts';

export const { listAudit, recordAudit, recordSecurityEvent } = traced('security', {
  listAudit: list,
  recordAudit: audit,
  recordSecurityEvent: securityEvent,
});
