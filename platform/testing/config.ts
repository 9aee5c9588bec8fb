/** What `npm test` and `npm run test:oracle` tell the processes that they start. */
export interface TestRunConfig {
  /** Superuser address of a running PostgreSQL. */
  databaseUrl: string | undefined;
  /** Where processes leave what is judged when all tests have run. */
  runDir: string | undefined;
  /** Names the one database that all tests of the run share, where each cannot have its own. */
  sharedDatabaseFile: string | undefined;
}

export function readTestRunConfig(): TestRunConfig {
  const { TEST_DATABASE_URL, OCTO_TEST_RUN_DIR, OCTO_TEST_SHARED_DATABASE } = process.env;
  return { databaseUrl: TEST_DATABASE_URL, runDir: OCTO_TEST_RUN_DIR, sharedDatabaseFile: OCTO_TEST_SHARED_DATABASE };
}
