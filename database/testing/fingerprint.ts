import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const databaseDir = join(import.meta.dirname, '..');

/** Changes whenever the code changes that a prepared database is made of. */
export async function databaseFingerprint(): Promise<string> {
  const names = await readdir(databaseDir, { recursive: true });
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
  const contents = await Promise.all(sources.map((name) => readFile(join(databaseDir, name))));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries()) hash.update(sources[index] ?? '').update(content);
  return hash.digest('hex').slice(0, 12);
}
