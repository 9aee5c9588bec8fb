import { CamelCasePlugin, type DatabaseIntrospector, type Kysely, sql, type TableMetadata } from 'kysely';

/** What is asked of Oracle's dictionary. It keeps names that nobody quoted in upper case, and answers with Y and YES. */
interface Dictionary {
  allUsers: { username: string; oracleMaintained: string };
  allViews: { owner: string; viewName: string };
  allColComments: { owner: string; tableName: string; columnName: string; comments: string | null };
  allTabColumns: {
    owner: string;
    tableName: string;
    columnName: string;
    columnId: number;
    dataType: string;
    nullable: string;
    defaultLength: number | null;
    identityColumn: string;
  };
}

/** Schemas, tables and views that people made and this user may see. */
export function oracleIntrospector(plain: Kysely<Dictionary>): DatabaseIntrospector {
  const db = plain.withPlugin(new CamelCasePlugin());
  return {
    getSchemas: async () => {
      const users = await ownSchemas(db).orderBy('username').execute();
      return users.map(({ username }) => ({ name: plainName(username) }));
    },
    getTables: async () => tablesOf(await columnsSeen(db).execute()),
  };
}

function ownSchemas(db: Kysely<Dictionary>) {
  return db.selectFrom('allUsers').select('username').where('oracleMaintained', '=', sql.lit('N'));
}

function columnsSeen(db: Kysely<Dictionary>) {
  return db
    .selectFrom('allTabColumns as c')
    .leftJoin('allViews as v', (join) => join.onRef('v.owner', '=', 'c.owner').onRef('v.viewName', '=', 'c.tableName'))
    .leftJoin('allColComments as t', (join) =>
      join
        .onRef('t.owner', '=', 'c.owner')
        .onRef('t.tableName', '=', 'c.tableName')
        .onRef('t.columnName', '=', 'c.columnName'),
    )
    .where('c.owner', 'in', ownSchemas(db))
    .orderBy('c.owner')
    .orderBy('c.tableName')
    .orderBy('c.columnId')
    .select(['c.owner', 'c.tableName', 'v.viewName', 'c.columnName', 'c.dataType', 'c.nullable'])
    .select(['c.defaultLength', 'c.identityColumn', 't.comments']);
}

type ColumnSeen = Awaited<ReturnType<ReturnType<typeof columnsSeen>['execute']>>[number];

function tablesOf(columns: readonly ColumnSeen[]): TableMetadata[] {
  const tables = Map.groupBy(columns, ({ owner, tableName }) => `${owner}.${tableName}`);
  return [...tables.values()].flatMap((ofTable) => ofTable.slice(0, 1).map((first) => tableOf(first, ofTable)));
}

function tableOf({ owner, tableName, viewName }: ColumnSeen, columns: readonly ColumnSeen[]): TableMetadata {
  return {
    schema: plainName(owner),
    name: plainName(tableName),
    isView: viewName !== null,
    isForeign: false,
    columns: columns.map(({ columnName, dataType, nullable, defaultLength, identityColumn, comments }) => ({
      name: plainName(columnName),
      dataType,
      isNullable: nullable === 'Y',
      isAutoIncrementing: identityColumn === 'YES',
      hasDefaultValue: defaultLength !== null,
      ...(comments === null ? {} : { comment: comments }),
    })),
  };
}

/** As statements write it; a name that somebody quoted can only be written as it is. */
function plainName(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name;
}
