import type { ToolsConfig } from '../config.ts';
import { ensurePages } from '../pages/ensure-pages.ts';
import type { ServiceSpec } from './services.ts';

export interface PlatformPagesOptions {
  readonly config: ToolsConfig;
  readonly services: readonly ServiceSpec[];
  say(line: string): void;
}

/** The built pages of this run; none when no service needs them, or the person brings their own. */
export interface PlatformPages {
  dir(): string | undefined;
  build(signal: AbortSignal): Promise<void>;
}

export function platformPages({ config, services, say }: PlatformPagesOptions): PlatformPages {
  const areNeeded = !config.environment.PAGES_DIR && services.some(({ needs }) => needs.includes('PAGES_DIR'));
  let dir: string | undefined;
  return {
    dir: () => dir,
    async build(signal) {
      if (!areNeeded) return;
      dir = await ensurePages(config.rootDir, { onBuild: () => say("Building the CRM's pages …"), signal });
    },
  };
}
