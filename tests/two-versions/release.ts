import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../tools/check/run-command.ts';
import { borrowInstall } from '../e2e/platform/make-clone.ts';
import { installedPackages } from './installed-packages.ts';

/** A release that can be run: sources with their packages. */
export interface Release {
  name: string;
  dir: string;
}

const rootDir = join(import.meta.dirname, '..', '..');

/** The sources as they lie here. */
export const head: Release = { name: 'this release', dir: rootDir };

/** The commit that this release must run beside: the file holds its full id. */
export async function previousCommit(): Promise<string> {
  return (await readFile(join(rootDir, 'tests', 'previous-release'), 'utf8')).trim();
}

/** Takes a commit out of the history of a clone, into a folder that goes with it, and gives it the packages of its own lockfile. */
export async function checkOutRelease(commit: string, cloneDir = rootDir): Promise<Release & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'octo-release-'));
  const remove = () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    await unpack(commit, cloneDir, dir);
    await borrowInstall(await installedPackages(dir), dir);
  } catch (error) {
    await remove();
    throw error;
  }
  return { name: 'the previous release', dir, [Symbol.asyncDispose]: remove };
}

async function unpack(commit: string, cloneDir: string, dir: string): Promise<void> {
  if (!existsSync(join(cloneDir, '.git')))
    throw new Error(
      `${cloneDir} is not a clone made by git, so the release before it cannot be taken from its history`,
    );
  const tar = join(dir, 'release.tar');
  const archive = await runCommand('git', ['archive', `--output=${tar}`, commit], cloneDir);
  if (!archive.isGood)
    throw new Error(`The previous release is commit ${commit} (tests/previous-release), and this clone cannot give it: ${archive.output.trim()}
A shallow clone lacks it: run git fetch --unshallow`);
  const { isGood, output } = await runCommand('tar', ['-xf', tar], dir);
  if (!isGood) throw new Error(`tar could not unpack ${tar}: ${output}`);
  await rm(tar);
}
