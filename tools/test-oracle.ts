import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import { readProcessConfig } from './config.ts';
import { runConformance } from './test/run-conformance.ts';

const flag = '--on-postgres';
const selections = process.argv.slice(2).filter((argument) => argument !== flag);
const isOnPostgres = process.argv.includes(flag);

/** The exit code; settings that are not usable are said in words. */
async function testOracle(): Promise<number> {
  try {
    return await runConformance({ config: readProcessConfig(), selections, isOnPostgres });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exit(await testOracle());
