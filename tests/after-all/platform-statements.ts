import { removalTexts } from '@octo/database/oracle/remove.ts';
import { administrationTexts } from '@octo/database/oracle/statements.ts';
import { oracleUsers } from '@octo/database/oracle/users.ts';
import { systemClock } from '@octo/platform/context/context.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { engineOf } from '@octo/platform/database/engines/engine.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import { openRecorded } from '@octo/platform/database/engines/oracle/testing/recorded-database.ts';
import { allStatements } from '@octo/platform/database/insight/oracle/statements.ts';
import { CompiledQuery, sql } from 'kysely';

/** A statement that no query of a domain and no migration says, under the name it has in its golden file. */
export interface PlatformStatement {
  name: string;
  sql: string;
}

/** Who makes users, keeps the books of migrations, grants and looks into the dictionary. */
export function administrationStatements(): string[] {
  return [...administrationTexts(), ...removalTexts(oracleUsers('octo_test_1'))];
}

/** What the platform itself says to Oracle: the driver around transactions, ids, the introspector and the insight. */
export async function platformStatements(): Promise<PlatformStatement[]> {
  const insight = allStatements.map(({ name, text }) => ({ name: `insight.${name}`, sql: text }));
  return [...(await driverStatements()), ...insight];
}

/** As the real driver layer sends them: everything that can be asked of a handle is asked of one that records. */
async function driverStatements(): Promise<PlatformStatement[]> {
  const recording = openRecorded<object>();
  const { db } = recording;
  // Nothing has to come back: what counts is what was sent.
  recording.answer(/^\s*select/, { error: oracleError('ORA-00942') });
  const asked: Record<string, () => Promise<unknown>> = {
    'ids.next': () => createIds(db, systemClock).next(),
    'introspector.getSchemas': () => db.introspection.getSchemas(),
    'introspector.getTables': () => db.introspection.getTables(),
    'transaction.serializable': () => db.transaction().setIsolationLevel('serializable').execute(nothing),
    'transaction.readOnly': () => db.transaction().setAccessMode('read only').execute(nothing),
    'transaction.savepoint': async () => {
      const transaction = await db.startTransaction().execute();
      await (await transaction.savepoint('before_it').execute()).rollbackToSavepoint('before_it').execute();
      await transaction.commit().execute();
    },
    'delay-query.wait': () => db.executeQuery(CompiledQuery.raw(engineOf(db).waitSql, [1])),
    'span-check.proof': () => sql`select 1 as proof`.execute(db),
  };
  const sent: PlatformStatement[] = [];
  for (const [name, ask] of Object.entries(asked)) {
    const before = recording.texts().length;
    await ask().catch(() => undefined);
    const texts = recording
      .texts()
      .slice(before)
      .filter((text) => text !== 'commit' && text !== 'rollback');
    sent.push(...texts.map((text, index) => ({ name: index === 0 ? name : `${name} ${index + 1}`, sql: text })));
  }
  await db.destroy();
  return sent;
}

async function nothing(): Promise<void> {}
