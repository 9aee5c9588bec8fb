import { readProcessConfig } from './config.ts';
import { prepareInChild } from './start/prepare.ts';
import { runPlatform } from './start/run-platform.ts';
import { services } from './start/services.ts';

process.exit(await runPlatform({ config: readProcessConfig(), services, prepare: prepareInChild }));
