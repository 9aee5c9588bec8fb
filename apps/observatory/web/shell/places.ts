import type { Place } from '@octo/ui/react/shell/place.ts';
import type { PagePath } from '../paths.ts';

export const places: readonly (Place & { path: PagePath })[] = [
  { path: '/', title: 'Services', icon: 'dashboard', group: 'work' },
  { path: '/traces', title: 'Traces', icon: 'traces', group: 'work' },
  { path: '/logs', title: 'Logs', icon: 'logs', group: 'work' },
  { path: '/status', title: 'Status', icon: 'gauge', group: 'system' },
];
