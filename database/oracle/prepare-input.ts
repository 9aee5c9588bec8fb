import type { OracleSignIn } from '@octo/platform/database/address.ts';
import type { OracleClient } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import type { OracleUsers } from './users.ts';

export interface OraclePrepareInput {
  /** An administrator of the database. Needed for users and limits alone; tables belong to the owner. */
  admin: OracleSignIn;
  /** Where the sign-ins of our users are kept. */
  signInsFile: string;
  /** Where the generated passwords of the demo people are written when the database is seeded. */
  credentialsFile: string;
  /** Told in a sentence what was changed. */
  onProgress(line: string): void;
  /** Gives every user a new password; the old one works on for a day. */
  rotate?: boolean;
  seed?: boolean;
  /** For a second installation in the same database. */
  users?: OracleUsers;
  /** Stands in for the driver. */
  client?: OracleClient;
}
