import { businessMetrics, businessSpans } from '@octo/contracts/telemetry/business.ts';
import { crm } from '../../watched-services.ts';
import type { AlarmRule } from '../alarm-rule.ts';

export const securityRules: readonly AlarmRule[] = [
  {
    id: 'security.sign_ins',
    title: 'Many sign-ins fail',
    severity: 'page',
    subject: crm,
    meaning: 'More attempts to sign in to the CRM fail than people mistype: somebody may be guessing passwords.',
    advice: 'The audit page of the CRM tells accounts and addresses. Deactivate an account that is under attack.',
    runbook: 'sign-ins-fail',
    page: `/metrics?metric=${businessMetrics.signInsRefused}`,
    unit: 'count',
    noun: 'sign-in',
    value: 'Sign-ins refused within 5 min',
    condition: {
      kind: 'metric',
      question: { metric: businessMetrics.signInsRefused, take: 'increase' },
      windowMs: 5 * 60_000,
      above: 10,
    },
    forMs: 0,
    traces: [{ service: crm, q: businessSpans.signIn }],
  },
  {
    id: 'security.events',
    title: 'Many attempts at something forbidden',
    severity: 'page',
    subject: 'security',
    meaning:
      'Several attempts were noted that no honest person makes: guessed passwords, messages that were tampered with.',
    advice: 'The traces say what was tried and from where. The audit page of the CRM says what else they did.',
    runbook: 'attempts-at-something-forbidden',
    page: `/traces?q=${businessSpans.recordSecurityEvent}`,
    unit: 'count',
    noun: 'event',
    value: 'Security events within 10 min',
    condition: { kind: 'spans', name: businessSpans.recordSecurityEvent, windowMs: 10 * 60_000, above: 2 },
    forMs: 0,
    traces: [{ q: businessSpans.recordSecurityEvent }],
  },
];
