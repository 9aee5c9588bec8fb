import pg from 'pg';

/** One statement as it was sent; `session` tells connections apart. */
export interface RecordedStatement {
  session: number;
  text: string;
  values: unknown[];
}

/** Does something in this process and writes down every statement that it sends to the database. */
export async function recordStatements<Result>(
  work: () => Promise<Result>,
): Promise<{ statements: RecordedStatement[]; result: Result }> {
  const statements: RecordedStatement[] = [];
  const original = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client & { processID?: number }, config: string | pg.QueryConfig, ...rest: unknown[]) {
      const { text, values = [] } = typeof config === 'string' ? { text: config } : config;
      statements.push({ session: this.processID ?? 0, text, values: JSON.parse(JSON.stringify(values)) });
      return Reflect.apply(original, this, [config, ...rest]);
    },
  });
  try {
    const result = await work();
    // Ids are taken in blocks and the catalogue is watched, whatever the work is.
    return { statements: statements.filter(({ text }) => !/business_ids|catalog_version/.test(text)), result };
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
}
