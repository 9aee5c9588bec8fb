/** What `npm test` tells the processes that it starts. */
export interface TestRunConfig {
  /** Superuser address of a running PostgreSQL. */
  databaseUrl: string | undefined;
  /** Where processes leave what is judged when all tests have run. */
  runDir: string | undefined;
}

export function readTestRunConfig(): TestRunConfig {
  return { databaseUrl: process.env.TEST_DATABASE_URL, runDir: process.env.OCTO_TEST_RUN_DIR };
}
