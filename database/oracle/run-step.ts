import { CompiledQuery } from 'kysely';
import { finishStep, insertStep, type MigrationDb, type Step } from './migration-log.ts';
import { oracleCode } from './oracle-code.ts';
import { toleratedCodes } from './tolerated-codes.ts';

const writesRows = /^(?:insert|update|delete|merge) /;

/**
 * Runs one statement of a migration and notes that it is done. One that was begun before may have got through without its note:
 * then, and only then, "it is there already" is as good as done.
 */
export async function runStep(db: MigrationDb, step: Step, text: string, wasBegun: boolean): Promise<void> {
  try {
    if (writesRows.test(text)) await writeRows(db, step, text);
    else await define(db, step, text, wasBegun);
  } catch (error) {
    throw new Error(
      `Migration ${step.migration} stopped at step ${step.step} with ${oracleCode(error)}, and goes on from there next time: ${text}`,
      { cause: error },
    );
  }
}

/** Rows and their note, both or neither. */
async function writeRows(db: MigrationDb, step: Step, text: string): Promise<void> {
  const now = new Date();
  await db.transaction().execute(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw(text));
    await insertStep(transaction, step, { begunAt: now, doneAt: now }).execute();
  });
}

async function define(db: MigrationDb, step: Step, text: string, wasBegun: boolean): Promise<void> {
  const tolerated = toleratedCodes(text);
  if (!wasBegun) await insertStep(db, step, { begunAt: new Date(), doneAt: null }).execute();
  try {
    await db.executeQuery(CompiledQuery.raw(text));
  } catch (error) {
    if (!wasBegun || !tolerated.includes(oracleCode(error))) throw error;
  }
  await finishStep(db, step, new Date()).execute();
}
