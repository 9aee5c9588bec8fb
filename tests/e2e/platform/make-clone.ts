import { existsSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export interface Clone extends AsyncDisposable {
  dir: string;
}

const rootDir = join(import.meta.dirname, '..', '..', '..');
/** A start may write these anew. */
const notesOfInstall = new Set(['.package-lock.json', '.octo-installed']);
const notCloned = new Set(['node_modules', '.octo', '.git']);

/** A second copy of the repository as it is now, with data of its own. Packages are not installed again but borrowed. */
export async function makeClone(): Promise<Clone> {
  const dir = await mkdtemp(join(tmpdir(), 'octo-clone-'));
  await cp(rootDir, dir, {
    recursive: true,
    filter: (path) => path === rootDir || !notCloned.has(basename(path)),
  });
  await borrowInstall(rootDir, dir);
  await borrowRuntime(join(rootDir, '.octo', 'runtime'), join(dir, '.octo'));
  return {
    dir,
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Gives the sources in one folder the packages that are installed in another. */
export async function borrowInstall(from: string, to: string): Promise<void> {
  await borrowPackages(join(from, 'node_modules'), join(to, 'node_modules'));
  await borrowNestedPackages(from, to);
}

/** Links to every package and to the built pages; our own workspaces are those of the clone, and notes of the install are copied. */
async function borrowPackages(from: string, to: string): Promise<void> {
  await mkdir(join(to, '@octo'), { recursive: true });
  for (const name of await readdir(from)) {
    if (name === '@octo') continue;
    if (notesOfInstall.has(name)) await cp(join(from, name), join(to, name));
    else await symlink(join(from, name), join(to, name));
  }
  for (const name of await readdir(join(from, '@octo'))) {
    await symlink(await readlink(join(from, '@octo', name)), join(to, '@octo', name));
  }
}

/** What npm laid into a workspace instead of beside the others. */
async function borrowNestedPackages(from: string, to: string): Promise<void> {
  for await (const path of glob('{apps/*,contracts,database,domains,platform,ui}/node_modules', { cwd: from }))
    await symlink(join(from, path), join(to, path));
}

async function borrowRuntime(from: string, octoDir: string): Promise<void> {
  await mkdir(octoDir);
  if (existsSync(from)) await symlink(from, join(octoDir, 'runtime'));
}
