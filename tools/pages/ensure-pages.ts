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
 * The folder with the built pages of an app, for its PAGES_DIR. They are built when their sources are new, else taken from
 * the cache; several processes may ask at once. Throws with what the build said when it fails.
 */
export async function ensurePages(rootDir: string, app: string, options: EnsurePagesOptions = {}): Promise<string> {
  const cacheDir = join(rootDir, 'node_modules', '.cache', 'octo', 'pages');
  const pagesDir = join(cacheDir, `${app}-${await sourceHash(rootDir, app)}`);
  if (!existsSync(pagesDir)) {
    options.onBuild?.();
    await build({ rootDir, app, cacheDir, pagesDir, signal: options.signal });
  }
  await markUsed(pagesDir);
  await clearOldBuilds(cacheDir);
  return pagesDir;
}

interface Build {
  readonly rootDir: string;
  readonly app: string;
  readonly cacheDir: string;
  readonly pagesDir: string;
  readonly signal: AbortSignal | undefined;
}

/** Complete or not at all, also when two do it at once. In a process of its own, whose memory ends with it. */
async function build({ rootDir, app, cacheDir, pagesDir, signal }: Build): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const draft = join(cacheDir, `draft-${randomUUID()}`);
  try {
    const script = join(import.meta.dirname, 'build-pages.ts');
    const { isGood, output } = await runCommand(process.execPath, [script, rootDir, app, draft], rootDir, signal);
    if (!isGood) throw new Error(`The pages of apps/${app} could not be built:\n${output}`);
    await rename(draft, pagesDir).catch((error) => {
      if (!existsSync(pagesDir)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
