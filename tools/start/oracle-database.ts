import { join, relative } from 'node:path';
import { findOracleSignIns, type OracleSignIns } from '@octo/database/oracle/sign-ins.ts';
import { signInFaults } from '@octo/platform/database/engines/oracle/check-sign-in.ts';
import type { ToolsConfig } from '../config.ts';
import type { ServiceSpec } from './services.ts';

/**
 * What `npm run oracle:prepare` has kept of the Oracle database that the environment names; undefined when it names none.
 * Throws with what to do when nothing was kept, or when the wallet cannot be used.
 */
export async function findPreparedOracle(config: ToolsConfig): Promise<OracleSignIns | undefined> {
  const { oracleDsn: dsn, octoDir, rootDir } = config;
  if (dsn === undefined) return undefined;
  const file = join(octoDir, 'oracle.json');
  const kept = await findOracleSignIns(file);
  if (kept === undefined) {
    const place = relative(rootDir, file);
    throw new Error(
      `ORACLE_DSN names an Oracle database, and ${place}, which has the sign-ins of the services, is missing or damaged.\n` +
        'Run "npm run oracle:prepare" once for this database, or unset ORACLE_DSN to start the embedded PostgreSQL.',
    );
  }
  const walletDir = config.oracleWallet.dir ?? kept.walletDir;
  const prepared = { ...kept, dsn, ...(walletDir === undefined ? {} : { walletDir }) };
  checkFiles(prepared, config.oracleWallet.password);
  return prepared;
}

/** Each service would say the same of itself, one after the other. */
function checkFiles({ dsn, walletDir: dir }: OracleSignIns, walletPassword: string | undefined): void {
  const wallet = dir === undefined ? undefined : { dir, password: walletPassword };
  const settings = { dsn: 'ORACLE_DSN', walletDir: 'ORACLE_WALLET_DIR', walletPassword: 'ORACLE_WALLET_PASSWORD' };
  const faults = signInFaults(
    { dsn, user: '', credential: { password: '' }, wallet, schema: undefined },
    new Date(),
  ).map(({ at, message }) => `\n  ${at === 'tokenDir' ? at : settings[at]}: ${message}`);
  if (faults.length > 0) throw new Error(`The Oracle database cannot be reached so:${faults.join('')}`);
}

/** As whom a service signs in, for itself, for the lab, or to look at the work of the database. Nobody learns a password of another. */
export function oracleEnvironment(spec: ServiceSpec, prepared: OracleSignIns): Record<string, string> {
  const { databaseRole, queryRole, insightRole } = spec;
  const isConcerned = [databaseRole, queryRole, insightRole].some((role) => role !== undefined);
  return {
    ...(isConcerned ? placeOf(prepared) : {}),
    ...signIn('ORACLE', databaseRole, prepared),
    ...signIn('ORACLE_QUERY', queryRole, prepared),
    ...signIn('ORACLE_INSIGHT', insightRole, prepared),
  };
}

function placeOf({ dsn, schema, walletDir }: OracleSignIns): Record<string, string> {
  return {
    ORACLE_DSN: dsn,
    ORACLE_SCHEMA: schema,
    ...(walletDir === undefined ? {} : { ORACLE_WALLET_DIR: walletDir }),
  };
}

function signIn(prefix: string, role: string | undefined, { users }: OracleSignIns): Record<string, string> {
  if (role === undefined) return {};
  const user = users[role];
  if (user === undefined) throw new Error(`.octo/oracle.json has no user ${role}: run "npm run oracle:prepare" again.`);
  return { [`${prefix}_USER`]: role, [`${prefix}_PASSWORD`]: user.password };
}
