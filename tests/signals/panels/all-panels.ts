import { browserPanels } from './browser-panels.ts';
import { databasePanels } from './database-panels.ts';
import { metricPanels } from './metric-panels.ts';
import { overviewPanels } from './overview-panels.ts';
import type { Panel } from './panel.ts';
import { logPanels, searchPanels } from './search-panels.ts';
import { servicePanels } from './service-panels.ts';

/** Everything on the pages of the observatory that shows data by itself. */
export const allPanels: readonly Panel[] = [
  ...overviewPanels,
  ...servicePanels,
  ...searchPanels,
  ...logPanels,
  ...metricPanels,
  ...databasePanels,
  ...browserPanels,
];
