/** What `npm test` tells the processes that it starts. */
export interface TestRunConfig {
  /** Superuser address of a running PostgreSQL. */
  databaseUrl: string | undefined;
  /** Where processes leave what is judged when all tests have run. */
  runDir: string | undefined;
}

export function readTestRunConfig(): TestRunConfig {
  const { TEST_DATABASE_URL, OCTO_TEST_RUN_DIR } = process.env;
  return { databaseUrl: TEST_DATABASE_URL, runDir: OCTO_TEST_RUN_DIR };
}
