import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findNpm } from '../../tools/boot.mjs';
import { runCommand } from '../../tools/check/run-command.ts';
import { clearOldBuilds, markUsed } from '../../tools/pages/old-builds.ts';

const rootDir = join(import.meta.dirname, '..', '..');
/** What npm reads. */
const manifests = ['package.json', 'package-lock.json', '.npmrc', '*/package.json', '*/*/package.json'];
/** What a service of it needs to run. */
const install = ['ci', '--omit=dev', '--omit=optional', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];

/** A folder with everything that the lockfile of these sources names. It is installed once, and then taken from the cache. */
export async function installedPackages(sourceDir: string): Promise<string> {
  const cacheDir = join(rootDir, 'node_modules', '.cache', 'octo', 'releases');
  const lockfile = await readFile(join(sourceDir, 'package-lock.json'));
  const dir = join(cacheDir, createHash('sha256').update(lockfile).digest('hex').slice(0, 16));
  if (!existsSync(dir)) await installInto(dir, sourceDir, join(cacheDir, `draft-${randomUUID()}`));
  await markUsed(dir);
  await clearOldBuilds(cacheDir);
  return dir;
}

/** Complete or not at all, also when two do it at once. */
async function installInto(dir: string, sourceDir: string, draft: string): Promise<void> {
  try {
    for await (const path of glob(manifests, { cwd: sourceDir })) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await cp(join(sourceDir, path), join(draft, path));
    }
    const { isGood, output } = await runCommand(process.execPath, [findNpm(), ...install], draft);
    if (!isGood) throw new Error(`npm could not install what the previous release is made of:\n${output}`);
    await rename(draft, dir).catch((error) => {
      if (!existsSync(dir)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
