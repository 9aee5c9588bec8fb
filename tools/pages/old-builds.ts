import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** What was used within the last hour may be read by a service that starts now, however often somebody builds meanwhile. */
const keptBuilds = 3;
const hourMs = 3_600_000;

interface Build {
  path: string;
  isDraft: boolean;
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
  const builds = found.filter(({ isDraft }) => !isDraft).sort((a, b) => b.usedAtMs - a.usedAtMs);
  const removable = [...found.filter(({ isDraft }) => isDraft), ...builds.slice(keptBuilds)];
  for (const { path } of removable.filter(({ usedAtMs }) => nowMs - usedAtMs > hourMs))
    await rm(path, { recursive: true, force: true });
}

async function listBuilds(cacheDir: string): Promise<Build[]> {
  const found: Build[] = [];
  for (const name of await readdir(cacheDir)) {
    const path = join(cacheDir, name);
    const about = await stat(path).catch(() => undefined);
    // Another process may have renamed or removed it meanwhile.
    if (about) found.push({ path, isDraft: name.startsWith('draft-'), usedAtMs: about.mtimeMs });
  }
  return found;
}
