import { watch } from 'node:fs';
import { join } from 'node:path';

export const sourceFolders = ['apps', 'domains', 'platform', 'contracts', 'database', 'ui'];

const quietMs = 200;

/** True for what a running service may have read. */
export function isSource(path: string): boolean {
  const isHidden = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules' || part === 'golden');
  return !isHidden && /\.(ts|mjs|js|css|json|svg|html)$/.test(path) && !/\.(test|spec)\.ts$/.test(path);
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
  const watchers = sourceFolders.map((folder) =>
    watch(join(rootDir, folder), { recursive: true }, (_event, name) => {
      if (name === null || !isSource(`${folder}/${name}`)) return;
      changed.add(`${folder}/${name}`);
      clearTimeout(timer);
      timer = setTimeout(flush, quietMs);
    }),
  );
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
