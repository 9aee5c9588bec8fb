import {
  CamelCasePlugin,
  type Compilable,
  DummyDriver,
  type Generated,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';

interface Tables {
  products: {
    id: number;
    name: string;
    status: string;
    priceCents: number;
    shopId: number;
    active: boolean;
    attributes: { kv: number };
    createdAt: Date;
  };
  stockLevels: { productId: number; warehouseId: number; quantity: number; note: string | null };
  stockMovements: { id: Generated<number>; productId: number; quantity: number };
}

export type Db = Kysely<Tables>;

/** A statement built for any engine, and the text Oracle shall get. */
export interface OracleCase {
  readonly name: string;
  readonly build: (db: Db) => Compilable;
  readonly sql: string;
  readonly parameters?: readonly unknown[];
}

/** A handle that only builds, on the other engine: what it builds must compile for Oracle as it is. */
export const db: Db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (plain) => new PostgresIntrospector(plain),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});
