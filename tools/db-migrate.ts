import { readProcessConfig } from './config.ts';
import { migrateOnly } from './db/migrate-only.ts';
import { prepareInChild } from './start/prepare.ts';

process.exit(await migrateOnly({ config: readProcessConfig(), prepare: prepareInChild, say: console.log }));
