import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The verbs that the doors of the domains wrap in spans, by domain, as their spans are named. */
export async function tracedVerbs(rootDir: string): Promise<Map<string, string[]>> {
  const doors: string[] = [];
  for await (const door of glob('domains/*/index.ts', { cwd: rootDir })) doors.push(door);
  const verbs = new Map<string, string[]>();
  for (const door of doors.sort()) {
    const source = await readFile(join(rootDir, door), 'utf8');
    for (const [, names = '', domain = ''] of source.matchAll(/export const \{([^}]+)\}\s*=\s*traced\(\s*'(\w+)'/g))
      verbs.set(domain, [...(verbs.get(domain) ?? []), ...namesIn(names)]);
  }
  return verbs;
}

function namesIn(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '').map(snakeCase);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
