import { RouteError } from '@octo/ui/react/shell/route-error.tsx';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { type PagePath, pagePaths } from './paths.ts';
import { NotFound } from './shell/not-found.tsx';
import { ObservatoryShell } from './shell/observatory-shell.tsx';

/** A screen is fetched when somebody goes there. */
const screens: Record<PagePath, () => Promise<ComponentType>> = {
  '/': async () => (await import('./screens/services/services-page.tsx')).ServicesPage,
  '/traces': async () => (await import('./screens/traces/trace-list.tsx')).TraceList,
  '/traces/:traceId': async () => (await import('./screens/trace/trace-page.tsx')).TracePage,
  '/logs': async () => (await import('./screens/logs/log-list.tsx')).LogList,
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
