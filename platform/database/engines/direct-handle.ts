import { type Compilable, type CompiledQuery, Kysely, type KyselyConfig, type QueryResult } from 'kysely';

/** A driver that runs one statement in any session. */
export interface DirectDriver {
  run<R>(query: CompiledQuery): Promise<QueryResult<R>>;
  destroy(): Promise<void>;
}

/**
 * A handle on the database. Kysely builds its queries and leads its transactions; what is compiled already goes to a session
 * without the detour through the builder's executor and plugins, which costs a small read as much as decoding it.
 */
export class DirectHandle<Tables> extends Kysely<Tables> {
  readonly #driver: DirectDriver;

  constructor(config: KyselyConfig, driver: DirectDriver) {
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
