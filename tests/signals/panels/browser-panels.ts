import { vitalNames } from '@octo/contracts/browser-telemetry.ts';
import {
  getBrowserOverview,
  getBrowserSession,
  listBrowserErrors,
  listBrowserSessions,
} from '@octo/contracts/observatory-browser.ts';
import { asked, type Panel } from './panel.ts';

const apps = ['shop', 'crm'] as const;

export const browserPanels: readonly Panel[] = [
  ...vitalNames.map(
    (vital): Panel => ({
      id: `/rum “${vital}”`,
      async hasData(source) {
        const { vitals } = await asked(source, getBrowserOverview);
        const found = vitals.find(({ name }) => name === vital);
        return found !== undefined && found.p75 !== null;
      },
    }),
  ),
  ...apps.flatMap((app): Panel[] => [
    {
      id: `/rum?app=${app} “views and pages”`,
      async hasData(source) {
        const { views, sessions, pages, steps } = await asked(source, getBrowserOverview, { query: { app } });
        return Math.min(views, sessions, pages.length) > 0 && steps.some((step) => step.views > 0);
      },
    },
    {
      id: `/rum/sessions/:sessionId of ${app}`,
      async hasData(source) {
        const [latest] = (await asked(source, listBrowserSessions, { query: { app } })).sessions;
        const params = { sessionId: latest?.sessionId ?? '0'.repeat(32) };
        const { steps } = await asked(source, getBrowserSession, { params });
        return steps.some(({ hasServerSpans }) => hasServerSpans);
      },
    },
  ]),
  {
    id: '/rum/errors',
    async hasData(source) {
      const { errors } = await asked(source, listBrowserErrors);
      return errors.some(({ line, lastSessionId }) => line > 0 && lastSessionId !== null);
    },
  },
];
