import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { type BrowserConfig, readBrowserConfig } from './config.ts';
import { packagedChromium } from './packaged-chromium.ts';

interface Executable {
  executablePath: string;
  env?: Record<string, string>;
}

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

/** A headless Chromium, as root or as anybody: the one that CHROMIUM_PATH names, else the one of the npm package, else an installed one. */
export async function launchBrowser(config: BrowserConfig = readBrowserConfig()): Promise<Browser> {
  const { executablePath, env } = await findExecutable(config);
  const launch = () =>
    chromium.launch({
      executablePath,
      args: ['--font-render-hinting=none'],
      env: { HOME: tmpdir(), TMPDIR: tmpdir(), ...env },
    });
  return await launch().catch((error: unknown) => {
    if (!crashed(error)) throw error;
    console.error('the browser crashed while it started; it is started once more');
    return launch();
  });
}

/** Seldom, and before it has seen a page; a second start is the same test. */
function crashed(error: unknown): boolean {
  return /did exit: exitCode=null, signal=SIG(SEGV|TRAP|ABRT|BUS)/.test(String(error));
}

async function findExecutable({ chromiumPath, unpackDir }: BrowserConfig): Promise<Executable> {
  if (chromiumPath !== undefined) return { executablePath: chromiumPath };
  const found = (await packagedChromium(unpackDir)) ?? installed();
  if (found) return found;
  throw new Error('No browser for this kind of machine came with npm: install Chromium and set CHROMIUM_PATH to it.');
}

function installed(): Executable | undefined {
  const executablePath = usualPlaces.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath };
}
