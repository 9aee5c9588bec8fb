import { join } from 'node:path';
import { readToolsConfig } from '../../config.ts';
import { runPlatform } from '../run-platform.ts';

// A whole supervisor with the real database and one fake service, for a test that can kill it.
const [octoDir = '', port = '0', script = 'fake-service.ts'] = process.argv.slice(2);
const config = { ...readToolsConfig({}), octoDir };
const nodeArgs = [join(import.meta.dirname, script)];
const services = [
  {
    name: 'fake',
    title: 'Fake service',
    nodeArgs,
    port: Number(port),
    databaseRole: 'octo_fake',
  },
];

process.exit(await runPlatform({ config, services, prepare: async ({ ownerUrl }) => ({ octo_fake: ownerUrl }) }));
