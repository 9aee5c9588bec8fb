import { type Compilable, InsertQueryNode, type Kysely, type QueryResult } from 'kysely';
import { runDelayed } from './delay-query.ts';
import { engineOf } from './engines/engine.ts';
import { bind, placeholdersFor, shapeOf } from './placeholders.ts';
import type { NamedQuery } from './statement.ts';

type Build<Tables, Input, Row> = (db: Kysely<Tables>, input: Input) => Compilable<Row>;

/** A query of a domain, run with a handle or a transaction. */
export interface Query<Tables, Input, Result> {
  (db: Kysely<Tables>, input: Input): Promise<Result>;
  readonly queryName: string;
}

/** A read tells its text, too. */
export interface ReadQuery<Tables, Input, Row> extends Query<Tables, Input, Row[]> {
  /** As it is sent to the engine behind this handle; nothing is run. */
  textFor(db: Kysely<Tables>, input: Input): string;
}

/** The ways to define a query over a set of tables. Every name is unique: `<domain>.<function>`. */
export interface QueryKit<Tables> {
  /** A statement with a fixed text: built and compiled once, prepared in each session. Returns rows. */
  read<Input extends object, Row>(name: string, build: Build<Tables, Input, Row>): ReadQuery<Tables, Input, Row>;
  /** A write with a fixed text. Returns the number of rows it changed. */
  write<Input extends object>(name: string, build: Build<Tables, Input, unknown>): Query<Tables, Input, number>;
  /** An insert that a row already present turns into nothing. Returns true when the row was inserted. */
  insertIfAbsent<Input extends object>(
    name: string,
    build: Build<Tables, Input, unknown>,
  ): Query<Tables, Input, boolean>;
  /** A read whose text depends on its input, such as optional filters: built on every call. */
  readVarying<Input extends object, Row>(name: string, build: Build<Tables, Input, Row>): Query<Tables, Input, Row[]>;
}

export function queriesOf<Tables>(): QueryKit<Tables> {
  return {
    read: reading,
    write: (name, build) =>
      named(name, async (db, input) => Number((await runPrepared(db, name, build, input)).numAffectedRows ?? 0)),
    insertIfAbsent: (name, build) => {
      const buildAbsent = absent(build);
      return named(name, async (db, input) =>
        engineOf(db).wasInserted(async () => (await runPrepared(db, name, buildAbsent, input)).numAffectedRows),
      );
    },
    readVarying: (name, build) =>
      named(name, async (db, input) => {
        const compiled = build(db, input).compile();
        engineOf(db).onQuery?.(name, compiled.query, compiled.parameters);
        const query: NamedQuery = { ...compiled, queryName: name, isPrepared: false };
        return (await send<Tables, RowOf<typeof build>>(db, query)).rows;
      }),
  };
}

function reading<Tables, Input extends object, Row>(
  name: string,
  build: Build<Tables, Input, Row>,
): ReadQuery<Tables, Input, Row> {
  const read = async (db: Kysely<Tables>, input: Input) => (await runPrepared(db, name, build, input)).rows;
  return Object.assign(named(name, read), {
    textFor: (db: Kysely<Tables>, input: Input) => textFor(db, name, build, input).sql,
  });
}

type RowOf<B> = B extends Build<never, never, infer Row> ? Row : never;

function named<Tables, Input, Result>(
  queryName: string,
  run: (db: Kysely<Tables>, input: Input) => Promise<Result>,
): Query<Tables, Input, Result> {
  return Object.assign(run, { queryName });
}

/** Compiled texts per build function, engine and list lengths. */
const prepared = new WeakMap<object, Map<string, NamedQuery>>();

async function runPrepared<Tables, Input extends object, Row>(
  db: Kysely<Tables>,
  name: string,
  build: Build<Tables, Input, Row>,
  input: Input,
) {
  const engine = engineOf(db);
  const query = textFor(db, name, build, input);
  const parameters = bind(query.parameters, input);
  engine.onQuery?.(name, query.query, parameters);
  return await send<Tables, Row>(db, { ...query, parameters });
}

/** To a session; straight there, unless somebody put something in the way of this query. */
function send<Tables, Row>(db: Kysely<Tables>, query: NamedQuery): Promise<QueryResult<Row>> {
  const delay = engineOf(db).obstacles.delays?.get(query.queryName);
  return delay === undefined ? db.executeQuery<Row>(query) : runDelayed<Tables, Row>(db, query, delay);
}

function textFor<Tables, Input extends object, Row>(
  db: Kysely<Tables>,
  name: string,
  build: Build<Tables, Input, Row>,
  input: Input,
): NamedQuery {
  const shape = `${engineOf(db).name} ${shapeOf(input)}`;
  const texts = prepared.get(build) ?? new Map<string, NamedQuery>();
  prepared.set(build, texts);
  const query = texts.get(shape) ?? {
    ...build(db, placeholdersFor(input)).compile(),
    queryName: name,
    isPrepared: true,
  };
  texts.set(shape, query);
  return query;
}

function absent<Tables, Input>(build: Build<Tables, Input, unknown>): Build<Tables, Input, unknown> {
  return (db, input) => ({
    compile: () => {
      const compiled = build(db, input).compile();
      if (!InsertQueryNode.is(compiled.query)) throw new TypeError('insertIfAbsent wants an insert');
      const node = engineOf(db).insertIfAbsent(compiled.query);
      return { ...db.getExecutor().compileQuery(node, compiled.queryId), mayBePresent: true };
    },
  });
}
