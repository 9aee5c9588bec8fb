import { alarmsSchema } from './alarms/schema.ts';
import { browserSchema } from './browser/schema.ts';
import type { FileForm } from './file-form.ts';
import { logsSchema } from './logs/schema.ts';
import { metricsSchema } from './metrics/schema.ts';
import { ratesSchema } from './rates/schema.ts';
import { statementsSchema } from './statements/schema.ts';
import { topologySchema } from './topology/schema.ts';
import { tracesSchema } from './traces/schema.ts';

/** Raise it with every release that changes a part: a store of another version is set aside, for telemetry is not worth a migration. */
const schemaVersion = 2;

export const storeFile: FileForm = {
  title: 'The store',
  fileName: 'store.db',
  asidePrefix: 'set-aside-',
  schema: [
    tracesSchema,
    topologySchema,
    ratesSchema,
    logsSchema,
    metricsSchema,
    alarmsSchema,
    browserSchema,
    statementsSchema,
  ].join('\n'),
  schemaVersion,
  isSalvaged: true,
};
