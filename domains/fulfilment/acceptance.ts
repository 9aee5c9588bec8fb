import type { OrderAcceptancesDecision } from '@octo/database/tables.ts';
import type { Order } from '../orders/index.ts';
import { type Anomaly, describeAnomaly, findAnomalies, type Measured } from './anomaly-rules.ts';

export type Decision = OrderAcceptancesDecision;

/** What the CRM made of an order that was placed. */
export interface Acceptance {
  decision: Decision;
  reason: string | null;
  anomalies: Anomaly[];
  decidedBy: string;
  traceId: string | null;
  /** When the order was taken; a hold may have ended later. */
  acceptedAt: Date;
}

interface AcceptanceRow extends Omit<Acceptance, 'anomalies' | 'acceptedAt'> {
  anomalies: string | null;
  createdAt: Date;
}

export function toAcceptance({ anomalies, createdAt, ...row }: AcceptanceRow): Acceptance {
  return { ...row, anomalies: anomalyCodes(anomalies).map(describeAnomaly), acceptedAt: createdAt };
}

/** As they are kept: a JSON list of codes, or nothing. */
export function anomaliesText(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : JSON.stringify(codes);
}

function anomalyCodes(text: string | null): string[] {
  const codes: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(codes) ? codes.map(String) : [];
}

export interface Ruling {
  decision: Extract<Decision, 'accepted' | 'on_hold'>;
  reason: string | null;
}

const waitsForTransfer = 'waits for the transfer';

/** What the rules make of an order: accepted, unless something is unusual about it or its transfer has not arrived. */
export function ruleOn(order: Measured & Pick<Order, 'paymentStatus'>): Ruling {
  return rulingOf(findAnomalies(order).map(describeAnomaly), order.paymentStatus === 'pending');
}

/** What the arrived transfer makes of a hold: only one that waited for it changes, never one that a person set. */
export function ruleAfterTransfer(held: Pick<Acceptance, 'decision' | 'reason' | 'anomalies'>): Ruling | undefined {
  const waited = [waitsForTransfer, rulingOf(held.anomalies, true).reason];
  if (held.decision !== 'on_hold' || !waited.includes(held.reason)) return undefined;
  return rulingOf(held.anomalies, false);
}

function rulingOf(anomalies: readonly Anomaly[], isUnpaid: boolean): Ruling {
  const reasons = [...anomalies.map(({ description }) => description), ...(isUnpaid ? [waitsForTransfer] : [])];
  if (reasons.length === 0) return { decision: 'accepted', reason: null };
  return { decision: 'on_hold', reason: reasons.join('; ') };
}
