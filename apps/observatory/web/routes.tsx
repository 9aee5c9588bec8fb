import { RouteError } from '@octo/ui/react/shell/route-error.tsx';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { type PagePath, pagePaths } from './paths.ts';
import { NotFound } from './shell/not-found.tsx';
import { ObservatoryShell } from './shell/observatory-shell.tsx';

/** A screen is fetched when somebody goes there. */
const screens: Record<PagePath, () => Promise<ComponentType>> = {
  '/': async () => (await import('./screens/overview/overview-page.tsx')).OverviewPage,
  '/services': async () => (await import('./screens/services/services-page.tsx')).ServicesPage,
  '/alarms': async () => (await import('./screens/alarms/alarms-page.tsx')).AlarmsPage,
  '/alarms/:alarmId': async () => (await import('./screens/alarm/alarm-page.tsx')).AlarmPage,
  '/slos': async () => (await import('./screens/slos/slos-page.tsx')).SlosPage,
  '/traces': async () => (await import('./screens/traces/trace-list.tsx')).TraceList,
  '/traces/:traceId': async () => (await import('./screens/trace/trace-page.tsx')).TracePage,
  '/topology': async () => (await import('./screens/topology/topology-page.tsx')).TopologyPage,
  '/logs': async () => (await import('./screens/logs/log-list.tsx')).LogList,
  '/metrics': async () => (await import('./screens/metrics/metrics-page.tsx')).MetricsPage,
  '/sql': async () => (await import('./screens/sql/sql-page.tsx')).SqlPage,
  '/sql/:statementId': async () => (await import('./screens/statement/statement-page.tsx')).StatementPage,
  '/sql/by-sql-id/:sqlId': async () => (await import('./screens/statement/sql-id-page.tsx')).SqlIdPage,
  '/sessions': async () => (await import('./screens/sessions/sessions-page.tsx')).SessionsPage,
  '/rum': async () => (await import('./screens/rum/rum-page.tsx')).RumPage,
  '/rum/sessions/:sessionId': async () => (await import('./screens/rum-session/rum-session-page.tsx')).RumSessionPage,
  '/rum/errors': async () => (await import('./screens/rum-errors/rum-errors-page.tsx')).RumErrorsPage,
  '/status': async () => (await import('./screens/status/status-page.tsx')).StatusPage,
};

function screenAt(path: PagePath): RouteObject {
  return { path, lazy: async () => ({ Component: await screens[path]() }) };
}

export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: () => <main aria-busy="true" />,
    Component: ObservatoryShell,
    children: [
      {
        // Inside the shell, so that a screen that fails leaves the way to the others.
        ErrorBoundary: RouteError,
        children: [...pagePaths.map(screenAt), { path: '*', Component: NotFound }],
      },
    ],
  },
];
