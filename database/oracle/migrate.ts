import { createHash } from 'node:crypto';
import { CompiledQuery, type Kysely } from 'kysely';
import { compileMigrations, newerSchema } from '../migrate.ts';
import { compileOnly } from './compile-only.ts';
import { whileLocked } from './migration-lock.ts';
import { insertApplied, logTables, type MigrationDb, selectApplied, selectSteps } from './migration-log.ts';
import { oracleCode } from './oracle-code.ts';
import { runStep } from './run-step.ts';

/**
 * Brings an Oracle schema to the newest version, statement by statement: what an interrupted run has done is not done again. Wants
 * the schema's owner and two sessions; concurrent runs wait for each other. Returns the migrations that it finished.
 */
export async function migrateOracle(
  handle: Kysely<unknown>,
  migrations: ReadonlyMap<string, readonly string[]> = migrationTexts(),
): Promise<string[]> {
  const db = asMigrationDb(handle);
  for (const table of logTables) await db.executeQuery(CompiledQuery.raw(table));
  return await whileLocked(db, async (holdOn) => {
    const pending = await pendingMigrations(db, migrations);
    for (const [name, statements] of pending) await runMigration(db, name, statements, holdOn);
    return pending.map(([name]) => name);
  });
}

/** The statements of every migration in order, by its name. */
export function migrationTexts(): Map<string, string[]> {
  const texts = Map.groupBy(compileMigrations(compileOnly().withoutPlugins()), ({ migration }) => migration);
  return new Map([...texts].map(([name, statements]) => [name, statements.map(({ sql }) => sql)]));
}

/** What `migrateOracle` would still do, step by step. Nothing is changed, and no lock is taken. */
export async function missingSteps(handle: Kysely<unknown>): Promise<Map<string, readonly string[]>> {
  const db = asMigrationDb(handle);
  const all = migrationTexts();
  try {
    const pending = await pendingMigrations(db, all);
    const missing = new Map<string, readonly string[]>();
    for (const [name, statements] of pending) {
      const done = new Set(
        (await selectSteps(db, name).execute()).flatMap(({ step, doneAt }) => (doneAt ? [step] : [])),
      );
      missing.set(
        name,
        statements.filter((_, index) => !done.has(index + 1)),
      );
    }
    return missing;
  } catch (error) {
    if (oracleCode(error) === noSuchTable) return all;
    throw error;
  }
}

const noSuchTable = 'ORA-00942';

async function pendingMigrations(
  db: MigrationDb,
  migrations: ReadonlyMap<string, readonly string[]>,
): Promise<[name: string, statements: readonly string[]][]> {
  const applied = new Set((await selectApplied(db).execute()).map(({ name }) => name));
  const unknown = [...applied].filter((name) => !migrations.has(name));
  if (unknown.length > 0) throw newerSchema(unknown);
  return [...migrations].filter(([name]) => !applied.has(name));
}

async function runMigration(
  db: MigrationDb,
  name: string,
  statements: readonly string[],
  holdOn: () => Promise<void>,
): Promise<void> {
  const begun = new Map((await selectSteps(db, name).execute()).map((row) => [row.step, row]));
  for (const [index, text] of statements.entries()) {
    const step = { migration: name, step: index + 1, textHash: createHash('sha256').update(text).digest('hex') };
    const note = begun.get(step.step);
    if (note && note.textHash !== step.textHash)
      throw new Error(
        `Migration ${name} was changed after its step ${step.step} had begun: run it with the release that began it`,
      );
    if (note?.doneAt) continue;
    await holdOn();
    await runStep(db, step, text, note !== undefined);
  }
  await insertApplied(db, name, new Date()).execute();
}

// A migration brings its own tables, and the table types of the business say nothing of these.
function asMigrationDb(db: Kysely<unknown>): MigrationDb {
  return db as MigrationDb;
}
