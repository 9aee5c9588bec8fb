import { searchable } from '@octo/platform/database/contains.ts';
import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { columnTypes } from './column-types.ts';
import { migrations } from './migrations/index.ts';
import type { SchemaStatement, SchemaTools } from './migrations/schema-change.ts';

/** Brings the schema to the newest version; concurrent runs wait for each other. Returns what it ran. */
export async function migrate(db: Kysely<unknown>): Promise<string[]> {
  const migrator = new Migrator({
    db,
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
    provider: { getMigrations: async () => executableMigrations() },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw explained(error);
  return (results ?? []).map((result) => result.migrationName);
}

/** Where a newer release has been, this one has nothing to do. */
export function newerSchema(unknown: readonly string[], cause?: unknown): Error {
  return new Error(`The schema is newer than this release: it has ${unknown.join(', ')}. Nothing was changed.`, {
    cause,
  });
}

function explained(error: unknown): unknown {
  const told = error instanceof Error ? error.message : '';
  const [, unknown] = /^corrupted migrations: previously executed migration (\S+) is missing$/.exec(told) ?? [];
  return unknown === undefined ? error : newerSchema([unknown], error);
}

/** Every statement of every migration in order, as the engine of `db` writes it, and not run. */
export function compileMigrations(db: Kysely<unknown>): { migration: string; sql: string }[] {
  return Object.entries(migrations).flatMap(([migration, change]) =>
    change(toolsFor(db)).map((statement) => ({ migration, sql: statement.compile().sql })),
  );
}

function executableMigrations(): Record<string, Migration> {
  const entries = Object.entries(migrations).map(([name, change]): [string, Migration] => [
    name,
    {
      async up(db) {
        for (const statement of change(toolsFor(db))) await statement.execute();
      },
    },
  ]);
  return Object.fromEntries(entries);
}

function toolsFor(db: Kysely<unknown>): SchemaTools {
  const statement = (text: RawBuilder<unknown>): SchemaStatement => ({
    compile: () => text.compile(db),
    execute: () => sql`${text}`.execute(db),
  });
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  return {
    schema: db.schema,
    types: columnTypes,
    statement,
    comment: (kind, name, text) => {
      // To Oracle, a view is a table that may be told about like any other.
      const spoken = kind === 'view' && !isPostgres ? 'table' : kind;
      return statement(sql`comment on ${sql.raw(spoken)} ${sql.ref(name)} is ${sql.lit(text)}`);
    },
    containsIndex: (name, table, columns) => {
      if (!isPostgres) return [];
      const text = searchable(columns);
      return [
        statement(sql`create extension if not exists pg_trgm`),
        statement(
          sql`create index if not exists ${sql.ref(name)} on ${sql.table(table)} using gin (${text} gin_trgm_ops)`,
        ),
      ];
    },
  };
}
