import type { AlarmEvent } from '../../store/alarms/alarm-records.ts';
import type { AlarmRule } from '../alarm-rule.ts';
import { valueWords } from './value-words.ts';

/** What is sent: `text` is what chat programs show, the rest is for programs. No value of a request is in it. */
export interface AlarmMessage {
  readonly text: string;
  readonly alarm: {
    readonly id: string;
    readonly title: string;
    readonly severity: string;
    readonly subject: string;
    readonly state: 'firing' | 'ok';
    readonly value: number | null;
    readonly at: string;
    readonly page: string;
    readonly traceId: string | null;
    readonly runbook: string;
  };
}

export function messageOf(rule: AlarmRule, event: AlarmEvent, baseUrl: string | undefined): AlarmMessage {
  const { id, title, severity, subject, meaning, unit, noun } = rule;
  const isFiring = event.kind === 'fired';
  const page = `${baseUrl ?? ''}/alarms/${id}`;
  const words = isFiring
    ? `Firing (${severity}): ${title}. ${meaning} Now ${valueWords(event.value, unit, noun)}. ${page}`
    : `Cleared: ${title}. ${page}`;
  return {
    text: words,
    alarm: {
      id,
      title,
      severity,
      subject,
      state: isFiring ? 'firing' : 'ok',
      value: event.value,
      at: new Date(event.atMs).toISOString(),
      page,
      traceId: event.traceId,
      runbook: `docs/runbook.md#${rule.runbook}`,
    },
  };
}
