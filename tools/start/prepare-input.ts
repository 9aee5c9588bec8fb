import type { OctoPaths } from './paths.ts';
import type { PlatformDatabase } from './platform-database.ts';
import type { PrepareInput } from './prepare.ts';

export async function prepareInput(database: PlatformDatabase, paths: OctoPaths): Promise<PrepareInput> {
  const { serviceUrl } = database;
  return {
    ownerUrl: await database.ownerUrl(),
    roleDir: paths.roleDir,
    credentialsFile: paths.credentialsFile,
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
  };
}
