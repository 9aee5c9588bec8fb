import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOpenWork } from '@octo/database/oracle/find-open-work.ts';
import { oracleCode } from '@octo/database/oracle/oracle-code.ts';
import { prepareOracle } from '@octo/database/oracle/prepare.ts';
import { openWorkScript, prepareScript } from '@octo/database/oracle/script.ts';
import { writePasswordFiles } from '@octo/database/oracle/sign-ins.ts';
import { ConfigurationError } from '@octo/platform/config/read-settings.ts';
import type { OracleClient } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { octoPaths } from '../start/paths.ts';
import { readAdministrator } from './config.ts';

export interface OraclePrepareRun {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  octoDir: string;
  say(line: string): void;
  /** Stands in for the driver. */
  client?: OracleClient;
}

const usage = `npm run oracle:prepare                          makes what is missing: users, limits, schema, rights, first data
  -- --dry-run              prints every statement, without a database and without a password
  -- --dry-run --compare    prints what this database lacks, and changes nothing
  -- --rotate               gives every user a new password; the old one works on for a day
  -- --out <folder>         also writes each password into a file of its own, for a vault
  -- --no-seed              leaves the tables empty`;

/** Returns the exit code. */
export async function runOraclePrepare(run: OraclePrepareRun): Promise<number> {
  const options = readOptions(run.args);
  if (options === undefined) {
    run.say(usage);
    return 2;
  }
  try {
    await work(run, options);
    return 0;
  } catch (error) {
    run.say(problemOf(error));
    return 1;
  }
}

type Options = NonNullable<ReturnType<typeof readOptions>>;

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        rotate: { type: 'boolean', default: false },
        'no-seed': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
    return values.compare && !values['dry-run'] ? undefined : values;
  } catch {
    return undefined;
  }
}

async function work({ env, octoDir, say, client }: OraclePrepareRun, options: Options): Promise<void> {
  if (options['dry-run'] && !options.compare) return say(prepareScript());
  const { credentialsFile } = octoPaths(octoDir);
  const input = {
    admin: readAdministrator(env),
    signInsFile: join(octoDir, 'oracle.json'),
    credentialsFile,
    onProgress: say,
    rotate: options.rotate,
    seed: !options['no-seed'],
    ...(client ? { client } : {}),
  };
  if (options.compare) return say(openWorkScript(await findOpenWork(input)));
  const signIns = await prepareOracle(input);
  if (options.out !== undefined) await writePasswordFiles(options.out, signIns);
}

function problemOf(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const reason = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
  const code = oracleCode(error);
  const told = error instanceof Error ? error.message : String(error);
  const advice = reason instanceof AppError ? adviceOf(reason) : '';
  return `Preparing the Oracle database failed${code === 'unknown' ? '' : ` (${code})`}: ${told}${advice}`;
}

function adviceOf({ code, advice }: AppError): string {
  if (code === 'database.sign_in_refused') return ' Look at ORACLE_ADMIN_USER and ORACLE_ADMIN_PASSWORD.';
  return advice === undefined ? '' : ` Look at ${advice}.`;
}
