import type { IconName } from '../icon-paths.ts';

/** A page that can be gone to from everywhere. */
export interface Place {
  path: string;
  title: string;
  icon: IconName;
  /** What belongs together stands together. */
  group: 'work' | 'system';
}
