import { glob } from 'node:fs/promises';
import { normalize } from 'node:path';

export interface TestFiles {
  /** Run a few at a time. */
  readonly unit: readonly string[];
  /** Run one at a time, after the others: they start services or end them. */
  readonly serial: readonly string[];
}

const serialFolders = ['tests/e2e/', 'tests/drills/', 'tests/two-versions/', 'tests/docs-run/'];

/** Whether a test of them may open the built pages: only the journeys do. */
export function needPages({ serial }: TestFiles): boolean {
  return serial.some((file) => file.startsWith('tests/e2e/'));
}

/** Every test file below the root, as sorted relative paths. */
export async function listTestFiles(rootDir: string): Promise<string[]> {
  const files: string[] = [];
  const skip = (name: string) => name === 'node_modules' || name.startsWith('.');
  for await (const file of glob('**/*.test.ts', {
    cwd: rootDir,
    exclude: (path) => skip(path.split('/').at(-1) ?? ''),
  }))
    files.push(file);
  return files.sort();
}

/** A selection is a folder, a file, or a part of a path; without any, everything is meant. */
export function selectFiles(files: readonly string[], selections: readonly string[]): TestFiles {
  const wanted = selections.map((selection) => normalize(selection).replace(/^\.\//, ''));
  const meant = files.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  const isSerial = (file: string) => serialFolders.some((folder) => file.startsWith(folder));
  return { unit: meant.filter((file) => !isSerial(file)), serial: meant.filter(isSerial) };
}
