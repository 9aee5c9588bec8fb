import { join } from 'node:path';

/** Where things lie under `.octo/`. */
export interface OctoPaths {
  readonly octoDir: string;
  readonly databaseDir: string;
  /** Passwords of the database roles. */
  readonly roleDir: string;
  /** What the observatory keeps. */
  readonly observatoryDir: string;
  /** Demo sign-ins. */
  readonly credentialsFile: string;
  log(name: string): string;
}

export function octoPaths(octoDir: string): OctoPaths {
  return {
    octoDir,
    databaseDir: join(octoDir, 'postgres'),
    roleDir: join(octoDir, 'roles'),
    observatoryDir: join(octoDir, 'observatory'),
    credentialsFile: join(octoDir, 'credentials.json'),
    log: (name) => join(octoDir, 'logs', `${name}.log`),
  };
}
