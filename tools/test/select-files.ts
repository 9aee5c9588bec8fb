import { glob } from 'node:fs/promises';
import { normalize } from 'node:path';

export interface TestFiles {
  /** Run a few at a time. */
  readonly unit: readonly string[];
  /** Run after them, one at a time in each lane: they start services or end them. */
  readonly lanes: readonly (readonly string[])[];
}

/** Journeys and loads keep a core busy; beside them goes what mostly waits. */
const laneFolders = [
  ['tests/e2e/', 'tests/two-versions/', 'tests/docs-run/', 'tests/loads/'],
  ['tests/drills/', 'tests/signals/'],
];
const browserFolders = ['tests/e2e/', 'tests/signals/'];

/** Whether a test of them may open the built pages. */
export function needPages({ lanes }: TestFiles): boolean {
  return lanes.flat().some((file) => liesIn(file, browserFolders));
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
  return {
    unit: meant.filter((file) => !liesIn(file, laneFolders.flat())),
    lanes: laneFolders.map((folders) => meant.filter((file) => liesIn(file, folders))),
  };
}

function liesIn(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file.startsWith(folder));
}
