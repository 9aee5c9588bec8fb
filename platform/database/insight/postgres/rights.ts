export interface RightsRow {
  maySeeSessions: boolean;
  extensionVersion: string | null;
  /** Null where the setting may not be seen. */
  isLoaded: boolean | null;
  mayExplain: boolean;
  /** Null without the function. */
  ownerMaySee: boolean | null;
  roleName: string;
}

/** Since then an entry says when it began to be counted: PostgreSQL 17. */
const oldestVersion = [1, 11];

/** What is missing, and how to give it, in sentences for whoever runs the server. */
export function missingRights(row: RightsRow): string[] {
  const missing: string[] = [];
  if (row.isLoaded === false) {
    missing.push('pg_stat_statements is not loaded: add it to shared_preload_libraries and start the server again.');
  }
  if (row.extensionVersion === null) {
    missing.push('The extension pg_stat_statements is not in this database: create extension pg_stat_statements.');
  } else if (isOlder(row.extensionVersion)) {
    missing.push('The extension pg_stat_statements is older than 1.11: alter extension pg_stat_statements update.');
  }
  if (!row.maySeeSessions) {
    missing.push(`${row.roleName} may not see what others do: grant pg_monitor to ${row.roleName}.`);
  }
  if (row.ownerMaySee === false) {
    missing.push(
      'The owner of the tables may not read statistics, so no plan is shown: grant pg_read_all_stats to it.',
    );
  }
  if (row.extensionVersion !== null && !row.mayExplain) {
    missing.push(
      'The function explain_statement is missing, so no plan is shown: run npm run db:migrate as the owner.',
    );
  }
  return missing;
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersion;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
