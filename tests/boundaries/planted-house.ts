import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const rootDir = dirname(dirname(import.meta.dirname));

export interface PlantedHouse extends AsyncDisposable {
  dir: string;
  /** Writes files by their path below the house. */
  plant(files: Readonly<Record<string, string>>): Promise<void>;
}

/** An empty house in a temporary folder, with the rule files of ours. */
export async function plantHouse(ruleFiles: readonly string[]): Promise<PlantedHouse> {
  const dir = await mkdtemp(join(tmpdir(), 'octo-planted-'));
  for (const file of ruleFiles) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await copyFile(join(rootDir, file), join(dir, file));
  }
  return {
    dir,
    plant: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(dir, path)), { recursive: true });
        await writeFile(join(dir, path), text);
      }
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true }),
  };
}

/** Lets a planted house find something of ours under the same path. */
export async function borrow(house: PlantedHouse, path: string): Promise<void> {
  await mkdir(dirname(join(house.dir, path)), { recursive: true });
  await symlink(join(rootDir, path), join(house.dir, path));
}
