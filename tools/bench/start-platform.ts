// What `npm start` does, with its data in the folder that is given.
import { readProcessConfig } from '../config.ts';
import { prepareInChild } from '../start/prepare.ts';
import { runPlatform } from '../start/run-platform.ts';
import { services } from '../start/services.ts';

const [, , octoDir = ''] = process.argv;
const config = { ...readProcessConfig(), octoDir, databaseUrl: undefined, databaseOwnerUrl: undefined };
process.exit(await runPlatform({ config, services, prepare: prepareInChild }));
