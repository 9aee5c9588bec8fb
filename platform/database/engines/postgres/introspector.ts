import {
  type DatabaseIntrospector,
  type Kysely,
  type KyselyPlugin,
  type PluginTransformResultArgs,
  PostgresIntrospector,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/** Kysely's own, which reads rows by the names that its query gives them; our driver brings them in camelCase. */
export function postgresIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
  return new PostgresIntrospector(db.withPlugin(namesAsWritten));
}

const namesAsWritten: KyselyPlugin = {
  transformQuery: ({ node }): RootOperationNode => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: result.rows.map(inSnakeCase),
  }),
};

function inSnakeCase(row: UnknownRow): UnknownRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
