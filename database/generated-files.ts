import { join } from 'node:path';
import type pg from 'pg';
import { generateDataModel } from './generate-data-model.ts';
import { generateTables } from './generate-tables.ts';
import { readSchema } from './read-schema.ts';

/** The files that follow from the schema, by path, as they should read for this migrated database. */
export async function generatedFiles(client: pg.Client): Promise<Map<string, string>> {
  const columns = await readSchema(client);
  return new Map([
    [join(import.meta.dirname, 'tables.ts'), generateTables(columns)],
    [join(import.meta.dirname, '..', 'docs', 'data-model.md'), generateDataModel(columns)],
  ]);
}
