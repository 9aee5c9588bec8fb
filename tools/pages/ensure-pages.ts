import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../check/run-command.ts';
import { clearOldBuilds, markUsed } from './old-builds.ts';
import { sourceHash } from './source-hash.ts';

export interface EnsurePagesOptions {
  /** Called when they are really built. */
  onBuild?(): void;
  /** Ends the build. */
  readonly signal?: AbortSignal;
}

/**
 * The folder with the built pages of the CRM, for PAGES_DIR. They are built when their sources are new, else taken from
 * the cache; several processes may ask at once. Throws with what the build said when it fails.
 */
export async function ensurePages(rootDir: string, options: EnsurePagesOptions = {}): Promise<string> {
  const cacheDir = join(rootDir, 'node_modules', '.cache', 'octo', 'pages');
  const pagesDir = join(cacheDir, `crm-${await sourceHash(rootDir)}`);
  if (!existsSync(pagesDir)) {
    options.onBuild?.();
    await build(rootDir, cacheDir, pagesDir, options.signal);
  }
  await markUsed(pagesDir);
  await clearOldBuilds(cacheDir);
  return pagesDir;
}

/** Complete or not at all, also when two do it at once. In a process of its own, whose memory ends with it. */
async function build(rootDir: string, cacheDir: string, pagesDir: string, signal?: AbortSignal): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const draft = join(cacheDir, `draft-${randomUUID()}`);
  try {
    const script = join(import.meta.dirname, 'build-pages.ts');
    const { isGood, output } = await runCommand(process.execPath, [script, rootDir, draft], rootDir, signal);
    if (!isGood) throw new Error(`The pages of the CRM could not be built:\n${output}`);
    await rename(draft, pagesDir).catch((error) => {
      if (!existsSync(pagesDir)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
