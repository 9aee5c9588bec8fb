import { posix } from 'node:path';
import type { ServiceSpec } from './services.ts';
import { watchFolders } from './watch-folders.ts';

export const sourceFolders = ['apps', 'domains', 'platform', 'contracts', 'database', 'ui'];

const quietMs = 200;

/** True for what a running service may have read. */
export function isSource(path: string): boolean {
  return isSourceFolder(path) && /\.(tsx?|mjs|js|css|json|svg|html)$/.test(path) && !/\.(test|spec)\.ts$/.test(path);
}

function isSourceFolder(path: string): boolean {
  const parts = path.split('/');
  const isHidden = parts.some((part) => part.startsWith('.') || part === 'node_modules' || part === 'golden');
  return !isHidden && sourceFolders.includes(parts[0] ?? '');
}

/** Whether a service has to hear of a change: one inside an app concerns that app alone, everything else all of them. */
export function isTouched({ nodeArgs }: Pick<ServiceSpec, 'nodeArgs'>, paths: readonly string[]): boolean {
  const folder = posix.dirname(nodeArgs.at(-1) ?? '');
  return paths.some((path) => !path.startsWith('apps/') || path.startsWith(`${folder}/`));
}

/** Calls back with the paths that changed once it has been quiet for a moment, and never twice at a time. */
export function watchSources(rootDir: string, onChange: (paths: readonly string[]) => Promise<void>): Disposable {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  function flush(): void {
    const paths = [...changed];
    changed.clear();
    busy = busy.then(() => onChange(paths));
  }
  const watching = watchFolders(rootDir, {
    isWatched: isSourceFolder,
    onFile(path) {
      if (!isSource(path)) return;
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(flush, quietMs);
    },
  });
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      watching[Symbol.dispose]();
    },
  };
}
