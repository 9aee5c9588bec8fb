import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export interface Clone extends AsyncDisposable {
  dir: string;
}

const rootDir = join(import.meta.dirname, '..', '..', '..');
const notCloned = new Set(['node_modules', '.octo', '.git']);

/** A second copy of the repository as it is now, with data of its own. Packages are not installed again but borrowed. */
export async function makeClone(): Promise<Clone> {
  const dir = await mkdtemp(join(tmpdir(), 'octo-clone-'));
  await cp(rootDir, dir, {
    recursive: true,
    filter: (path) => path === rootDir || !notCloned.has(basename(path)),
  });
  await borrowPackages(join(rootDir, 'node_modules'), join(dir, 'node_modules'));
  await borrowRuntime(join(rootDir, '.octo', 'runtime'), join(dir, '.octo'));
  return {
    dir,
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Links to every package; our own workspaces are those of the clone, and what npm noted about the install is copied. */
async function borrowPackages(from: string, to: string): Promise<void> {
  await mkdir(join(to, '@octo'), { recursive: true });
  for (const name of await readdir(from)) {
    if (name === '@octo') continue;
    if (name.startsWith('.')) await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else await symlink(join(from, name), join(to, name));
  }
  for (const name of await readdir(join(from, '@octo'))) {
    await symlink(await readlink(join(from, '@octo', name)), join(to, '@octo', name));
  }
}

async function borrowRuntime(from: string, octoDir: string): Promise<void> {
  await mkdir(octoDir);
  if (existsSync(from)) await symlink(from, join(octoDir, 'runtime'));
}
