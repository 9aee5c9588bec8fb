import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What decides what the built pages of every app are. The lockfile stands for the libraries. */
const sharedSources = ['contracts/**/*', 'ui/**/*', 'package-lock.json'];
const builder = ['build-pages.ts', 'vite-config.ts', 'without-loopback.ts'];

/** A name for the pages of an app as they would be built now: the same sources have the same name. */
export async function sourceHash(rootDir: string, app: string): Promise<string> {
  const files = await listFiles(rootDir, app);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(`${relative(rootDir, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('base64url').slice(0, 16);
}

async function listFiles(rootDir: string, app: string): Promise<string[]> {
  const files = builder.map((name) => join(import.meta.dirname, name));
  const found = glob([`apps/${app}/web/**/*`, ...sharedSources], {
    cwd: rootDir,
    withFileTypes: true,
    exclude: ({ name }) => isBesideThePoint(name),
  });
  for await (const entry of found) if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  return files;
}

function isBesideThePoint(name: string): boolean {
  return name === 'node_modules' || name === 'testing' || name.startsWith('.') || name.endsWith('.test.ts');
}
