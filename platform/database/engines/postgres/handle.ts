import { type Compilable, type CompiledQuery, Kysely, type KyselyConfig, type QueryResult } from 'kysely';
import type { PostgresDriver } from './driver.ts';

/**
 * A handle on the database. Kysely builds its queries and leads its transactions; what is compiled already goes to a session
 * without the detour through the builder's executor and plugins, which costs a small read as much as decoding it.
 */
export class PostgresHandle<Tables> extends Kysely<Tables> {
  readonly #driver: PostgresDriver;

  constructor(config: KyselyConfig, driver: PostgresDriver) {
    super(config);
    this.#driver = driver;
  }

  override executeQuery<R>(query: CompiledQuery<R> | Compilable<R>): Promise<QueryResult<R>> {
    return this.#driver.run<R>('compile' in query ? query.compile() : query);
  }

  /** Also of a handle that Kysely itself never used, and therefore would not close. */
  override async destroy(): Promise<void> {
    await super.destroy();
    await this.#driver.destroy();
  }
}
