import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationPage, environmentExample } from './configuration.ts';
import { pagesWithSections } from './sections.ts';
import { settingGroups } from './setting-groups.ts';
import { telemetryPage } from './telemetry.ts';
import { tracedVerbs } from './traced-verbs.ts';

/** The files that follow from the sources, by path, as they should read. */
export async function generatedDocs(rootDir: string): Promise<Map<string, string>> {
  return new Map([
    ['docs/configuration.md', configurationPage(settingGroups)],
    ['docs/telemetry.md', telemetryPage(await tracedVerbs(rootDir))],
    ['.env.example', environmentExample(settingGroups)],
    ...(await pagesWithSections(rootDir)),
  ]);
}

/** Paths of the files that say something else, or are missing. */
export async function staleDocs(rootDir: string, docs: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of docs) {
    const written = await readFile(join(rootDir, path), 'utf8').catch(() => undefined);
    if (written !== content) stale.push(path);
  }
  return stale;
}

export async function writeDocs(rootDir: string, docs: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, content] of docs) await writeFile(join(rootDir, path), content);
}
