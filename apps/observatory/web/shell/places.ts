import type { Place } from '@octo/ui/react/shell/place.ts';
import type { PagePath } from '../paths.ts';

export const places: readonly (Place & { path: PagePath })[] = [
  { path: '/', title: 'Overview', icon: 'dashboard', group: 'work' },
  { path: '/services', title: 'Services', icon: 'platform', group: 'work' },
  { path: '/alarms', title: 'Alarms', icon: 'bell', group: 'work' },
  { path: '/slos', title: 'Objectives', icon: 'target', group: 'work' },
  { path: '/traces', title: 'Traces', icon: 'traces', group: 'work' },
  { path: '/topology', title: 'Topology', icon: 'topology', group: 'work' },
  { path: '/logs', title: 'Logs', icon: 'logs', group: 'work' },
  { path: '/metrics', title: 'Metrics', icon: 'chart', group: 'work' },
  { path: '/sql', title: 'SQL', icon: 'database', group: 'work' },
  { path: '/sessions', title: 'Database sessions', icon: 'lock', group: 'work' },
  { path: '/rum', title: 'Real users', icon: 'users', group: 'work' },
  { path: '/status', title: 'Status', icon: 'gauge', group: 'system' },
];
