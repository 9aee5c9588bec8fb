import { join } from 'node:path';
import type { ToolsConfig } from '../config.ts';
import { ensurePages } from '../pages/ensure-pages.ts';
import type { ServiceSpec } from './services.ts';

export interface PlatformPagesOptions {
  readonly config: ToolsConfig;
  readonly services: readonly ServiceSpec[];
  say(line: string): void;
}

/** The built pages of this run, for the services that need them. */
export interface PlatformPages {
  dir(spec: ServiceSpec): string | undefined;
  /** Where the source maps of all of them are. */
  sourceMapDirs(): string[];
  build(signal: AbortSignal): Promise<void>;
}

export function platformPages({ config, services, say }: PlatformPagesOptions): PlatformPages {
  const paged = services.filter(({ needs }) => needs.includes('PAGES_DIR'));
  const dirs = new Map<string, string>();
  return {
    dir: ({ name }) => dirs.get(name),
    sourceMapDirs: () => [...dirs.values()].map((dir) => join(dir, 'assets')),
    async build(signal) {
      const building = paged.map(async ({ name, title }) => {
        const onBuild = () => say(`Building the pages of the ${title} …`);
        dirs.set(name, await ensurePages(config.rootDir, name, { onBuild, signal }));
      });
      await Promise.all(building);
    },
  };
}
