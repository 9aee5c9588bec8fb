import { vitalLimits } from '@octo/contracts/browser-telemetry.ts';
import type { AlarmRule, VitalCondition } from '../alarm-rule.ts';

const windowMs = 15 * 60_000;
const leastViews = 20;

const vitals = [
  { vital: 'LCP', title: 'Pages show late', what: 'see the largest part of a page' },
  { vital: 'INP', title: 'Pages answer late', what: 'see what came of a click' },
] as const;

export const browserRules: readonly AlarmRule[] = vitals.map(({ vital, title, what }) => {
  const [, above] = vitalLimits[vital];
  const condition: VitalCondition = { kind: 'vital', vital, windowMs, above, leastViews };
  return {
    id: `browser.${vital.toLowerCase()}`,
    title,
    severity: 'ticket',
    subject: 'browser',
    meaning: `A quarter of all views wait longer than ${above / 1000} s until people ${what} (${vital}).`,
    advice:
      'See which pages and which release it is; a session of them shows whether the network, the server or a script took the time.',
    runbook: 'pages-are-slow-in-browsers',
    page: '/rum',
    unit: 'ms',
    value: `${vital} that three of four views stayed within, over 15 min`,
    condition,
    forMs: 60_000,
  };
});
