import { nothingFound, planAdministration, type StepGroup } from './administration.ts';
import { migrationTexts } from './migrate.ts';
import { logTables } from './migration-log.ts';
import { planRights, wantedRights } from './rights.ts';
import { type OracleUsers, oracleUsers } from './users.ts';

/** What is done with a database, as far as it is still to be done. */
export interface OpenWork {
  administration: readonly StepGroup[];
  /** By migration; undefined when nobody can tell, since the owner cannot sign in yet. */
  migrations: ReadonlyMap<string, readonly string[]> | undefined;
  rights: readonly string[];
}

/** What preparing an empty database comes to, to be read before it is done, or to be done by hand in this order. */
export function prepareScript(users = oracleUsers()): string {
  const work = {
    administration: planAdministration(users, nothingFound),
    migrations: migrationTexts(),
    rights: planRights([], wantedRights(users), users.owner),
  };
  const notes = chapter(`as ${users.owner}: what is noted about migrations`, notesWhy, logTables);
  const seed = chapter(`as ${users.owner}: first data, into an empty schema only`, seedWhy, []);
  const { administration, migrations, rights } = chaptersOf(work, users);
  return [introduction, ...administration, notes, ...migrations, ...rights, seed].join('\n');
}

/** The same for a database that has some of it. */
export function openWorkScript(work: OpenWork, users = oracleUsers()): string {
  const chapters = Object.values(chaptersOf(work, users)).flat();
  if (work.migrations === undefined)
    chapters.push(`-- ${users.owner} cannot sign in yet, so its tables are not compared.\n`);
  return chapters.length > 0 ? chapters.join('\n') : '-- Nothing is missing.\n';
}

function chaptersOf({ administration, migrations, rights }: OpenWork, { owner }: OracleUsers) {
  return {
    administration: administration.map(({ title, why, steps }) =>
      chapter(
        `as an administrator: ${title}`,
        why,
        steps.map(({ sql }) => sql),
      ),
    ),
    migrations: [...(migrations ?? [])].map(([name, texts]) => chapter(`as ${owner}: migration ${name}`, '', texts)),
    rights: rights.length > 0 ? [chapter(`as ${owner}: rights for each service`, rightsWhy, rights)] : [],
  };
}

const introduction = `-- What npm run oracle:prepare does with an empty database, in this order. What is there already is left as it is.
-- Each <generated> is a password of its own, made at that moment and written nowhere but into .octo/oracle.json.
`;

const notesWhy = `DDL commits by itself. So each statement of a migration is noted in schema_migration_steps when it begins and when it is done, and a
run that was interrupted goes on with the next. While a run is under way it holds the row of schema_migrations_lock, so that of
several runs one migrates and the others wait.`;

const rightsWhy = `Exactly what each service needs, from database/grants.ts; what is too much is taken away again. Who changes nothing of a table may READ
it, which, unlike SELECT, lets nobody lock its rows.`;

const seedWhy = `Products, customers, orders and the demo people, as inserts with binds. --no-seed leaves them out.`;

function chapter(title: string, why: string, statements: readonly string[]): string {
  const reason = why === '' ? [] : why.split('\n').map((line) => `-- ${line}`);
  const texts = statements.map((text) => (isBlock(text) ? `${text}\n/` : `${text};`));
  return `${[`-- ${title}`, ...reason, ...texts].join('\n')}\n`;
}

function isBlock(text: string): boolean {
  return text.startsWith('begin ');
}
