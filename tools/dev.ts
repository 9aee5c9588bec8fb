import { readProcessConfig } from './config.ts';
import type { Platform } from './start/platform.ts';
import { prepareInChild } from './start/prepare.ts';
import { runPlatform } from './start/run-platform.ts';
import { type ServiceSpec, services } from './start/services.ts';
import { isTouched, watchSources } from './start/watch-sources.ts';

const config = readProcessConfig();
process.exit(await runPlatform({ config, services, prepare: prepareInChild, whileUp: restartOnChange }));

async function restartOnChange(platform: Platform, signal: AbortSignal): Promise<void> {
  const watching = watchSources(config.rootDir, (paths) =>
    refresh(platform, paths).catch((error) => console.log(error.message)),
  );
  console.log('Watching the sources; a change restarts the services that it touches.');
  signal.addEventListener('abort', () => watching[Symbol.dispose](), { once: true });
}

async function refresh(platform: Platform, paths: readonly string[]): Promise<void> {
  const [first, ...others] = paths;
  console.log(`Changed: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`);
  if (paths.some((path) => path.startsWith('database/'))) await platform.prepareAgain();
  const isMeant = (spec: ServiceSpec) => isTouched(spec, paths);
  if (services.some((spec) => spec.needs.includes('PAGES_DIR') && isMeant(spec))) await platform.buildPages();
  await platform.services.restart(isMeant);
}
