import { watchedServices } from '../../watched-services.ts';
import type { AlarmRule } from '../alarm-rule.ts';

const silentMs = 60_000;

/** A service sends metrics every ten seconds even when nobody asks anything of it. */
export const silenceRules: readonly AlarmRule[] = watchedServices.map((service) => ({
  id: `silent.${service}`,
  title: `${service} has fallen silent`,
  severity: 'page',
  subject: service,
  meaning: 'Neither a span nor a metric nor a log line has come from it for a minute: it is down, or cannot send.',
  advice: 'Ask its /ready. When it answers, look at where it sends; when it does not, read the last lines of its log.',
  runbook: 'a-service-has-fallen-silent',
  page: '/services',
  unit: 's',
  value: 'Time since anything was heard of it',
  condition: { kind: 'absent', service, silentMs },
  forMs: 0,
}));
