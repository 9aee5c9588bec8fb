import { join } from 'node:path';
import { readToolsConfig } from '../../config.ts';
import { runPlatform } from '../run-platform.ts';
import type { ServiceSpec } from '../services.ts';

// A whole supervisor with the real database and two fake services, for a test that can kill it.
const [octoDir = '', port = '0', script = 'fake-service.ts'] = process.argv.slice(2);
const config = { ...readToolsConfig({}), octoDir };
const services: ServiceSpec[] = [
  {
    name: 'fake',
    title: 'Fake service',
    nodeArgs: [join(import.meta.dirname, script)],
    port: Number(port),
    databaseRole: 'octo_fake',
    needs: ['SESSION_SECRET'],
  },
  {
    name: 'twin',
    title: 'Its twin',
    nodeArgs: [join(import.meta.dirname, 'fake-service.ts')],
    port: Number(port) + 1,
    databaseRole: 'octo_fake',
    needs: [],
  },
];

process.exit(await runPlatform({ config, services, prepare: async ({ ownerUrl }) => ({ octo_fake: ownerUrl }) }));
