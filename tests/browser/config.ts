import { join } from 'node:path';

/** Where the browser of the journeys comes from. */
export interface BrowserConfig {
  /** An installed Chromium or Chrome to use instead of the packaged one. */
  chromiumPath: string | undefined;
  /** Where the packaged one is unpacked, once for each version. */
  unpackDir: string;
}

export function readBrowserConfig(env: NodeJS.ProcessEnv = process.env): BrowserConfig {
  return {
    chromiumPath: env.CHROMIUM_PATH || undefined,
    unpackDir: join(import.meta.dirname, '..', '..', '.octo', 'browser'),
  };
}
