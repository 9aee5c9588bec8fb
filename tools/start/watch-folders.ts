import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

export interface WatchFoldersOptions {
  /** Whether to look into this folder; paths are relative to the root, with slashes. */
  isWatched(folder: string): boolean;
  onFile(path: string): void;
}

/**
 * Tells of every file that is written, replaced, made or removed under a root. Each folder has a watcher of its own:
 * a recursive one loses a file on Linux once it was replaced by a rename.
 */
export function watchFolders(rootDir: string, { isWatched, onFile }: WatchFoldersOptions): Disposable {
  const watchers = new Map<string, FSWatcher>();

  function add(folder: string, onFound?: (path: string) => void): void {
    const dir = join(rootDir, folder);
    const watcher = unlessGone(() => watch(dir, (event, name) => name !== null && see(event, within(folder, name))));
    if (!watcher) return;
    watchers.set(folder, watcher);
    watcher.on('error', () => drop(folder));
    for (const entry of unlessGone(() => readdirSync(dir, { withFileTypes: true })) ?? []) {
      const path = within(folder, entry.name);
      if (!entry.isDirectory()) onFound?.(path);
      else if (isWatched(path)) add(path, onFound);
    }
  }

  function see(event: string, path: string): void {
    const isFolder = lstatSync(join(rootDir, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    // A folder that came, went or was replaced: its old watchers look at what is no longer there.
    if (event === 'rename') drop(path);
    if (!isFolder) onFile(path);
    else if (event === 'rename' && isWatched(path)) add(path, onFile);
  }

  function drop(folder: string): void {
    for (const [watched, watcher] of watchers) {
      if (watched !== folder && !watched.startsWith(`${folder}/`)) continue;
      watcher.close();
      watchers.delete(watched);
    }
  }

  add('');
  return {
    [Symbol.dispose]() {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}
