import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Of each app. What was used within the last hour may be read by a service that starts now, however often somebody builds meanwhile. */
const keptBuilds = 3;
const hourMs = 3_600_000;

interface Build {
  path: string;
  /** Whose pages; a draft is nobody's yet. */
  app: string | undefined;
  usedAtMs: number;
}

/** Makes a build the youngest one. */
export async function markUsed(pagesDir: string): Promise<void> {
  const now = new Date();
  await utimes(pagesDir, now, now);
}

/** Removes all but the builds used last, and drafts that nobody finishes any more. */
export async function clearOldBuilds(cacheDir: string, nowMs = Date.now()): Promise<void> {
  const found = await listBuilds(cacheDir);
  const builds = found.filter(({ app }) => app !== undefined).sort((a, b) => b.usedAtMs - a.usedAtMs);
  const older = Map.groupBy(builds, ({ app }) => app)
    .values()
    .flatMap((ofOneApp) => ofOneApp.slice(keptBuilds));
  const removable = [...found.filter(({ app }) => app === undefined), ...older];
  for (const { path } of removable.filter(({ usedAtMs }) => nowMs - usedAtMs > hourMs))
    await rm(path, { recursive: true, force: true });
}

async function listBuilds(cacheDir: string): Promise<Build[]> {
  const found: Build[] = [];
  for (const name of await readdir(cacheDir)) {
    const path = join(cacheDir, name);
    const about = await stat(path).catch(() => undefined);
    // Another process may have renamed or removed it meanwhile.
    if (about) found.push({ path, app: appOf(name), usedAtMs: about.mtimeMs });
  }
  return found;
}

function appOf(name: string): string | undefined {
  const [, app] = /^(?!draft-)(\w+)-/.exec(name) ?? [];
  return app;
}
