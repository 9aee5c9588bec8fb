// Security: what was changed and by whom, and what somebody tried that they should not have.
// Anybody appends, nobody changes a row: the database grants no more than that.
import { securityEventName } from '@octo/contracts/telemetry/security.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { countTrail as count } from './count-trail.ts';
import { getAuditEntry as getEntry } from './get-audit-entry.ts';
import { listAudit as list } from './list-audit.ts';
import { listTraceTrail as ofTrace } from './list-trace-trail.ts';
import { recordAudit as audit } from './record-audit.ts';
import { recordSecurityEvent as securityEvent } from './record-security-event.ts';

export type { AuditEntry } from './audit-entry.ts';
export { changesBetween } from './changes.ts';
export type { TrailCounts } from './count-trail.ts';
export type { SecurityEvent, TraceTrail } from './list-trace-trail.ts';

export const { countTrail, getAuditEntry, listAudit, listTraceTrail, recordAudit, recordSecurityEvent } = traced(
  'security',
  {
    countTrail: count,
    getAuditEntry: getEntry,
    listAudit: list,
    listTraceTrail: ofTrace,
    recordAudit: audit,
    recordSecurityEvent: securityEvent,
  },
  {},
  {
    recordSecurityEvent: {
      tells: (_done, _ctx, { attackType, endpoint }) => ({
        name: securityEventName(attackType),
        message: 'a security event was recorded',
        fields: { [attributeNames.route]: endpoint },
      }),
    },
  },
);
