import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Everything that decides what the built pages are. The lockfile stands for the libraries. */
const sources = ['apps/crm/web/**/*', 'contracts/**/*', 'ui/**/*', 'package-lock.json'];
const builder = ['build-pages.ts', 'vite-config.ts', 'without-loopback.ts'];

/** A name for the pages as they would be built now: the same sources have the same name. */
export async function sourceHash(rootDir: string): Promise<string> {
  const files = await listFiles(rootDir);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(`${relative(rootDir, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('base64url').slice(0, 16);
}

async function listFiles(rootDir: string): Promise<string[]> {
  const files = builder.map((name) => join(import.meta.dirname, name));
  const found = glob(sources, { cwd: rootDir, withFileTypes: true, exclude: ({ name }) => isBesideThePoint(name) });
  for await (const entry of found) if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  return files;
}

function isBesideThePoint(name: string): boolean {
  return name === 'node_modules' || name === 'testing' || name.startsWith('.') || name.endsWith('.test.ts');
}
