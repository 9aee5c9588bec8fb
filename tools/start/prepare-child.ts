import { once } from 'node:events';
import { prepareDatabase } from '@octo/database/prepare.ts';
import { readToolsConfig } from '../config.ts';
import type { PrepareInput } from './prepare.ts';
import { prepareProblem } from './prepare-problem.ts';

// The parent sends what to prepare over the channel: passwords have no place in a command line.
const [input] = (await once(process, 'message')) as [PrepareInput];

try {
  const { urls } = await prepareDatabase({ ...input, onProgress: (progress) => process.send?.({ progress }) });
  process.send?.({ urls });
} catch (error) {
  process.send?.({ problem: prepareProblem(error, isOwnServer(input.ownerUrl)) });
}
process.disconnect();

function isOwnServer(ownerUrl: string): boolean {
  const { databaseUrl, databaseOwnerUrl } = readToolsConfig();
  return ownerUrl === (databaseOwnerUrl ?? databaseUrl);
}
