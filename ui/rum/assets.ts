import type { AssetSource } from '../assets.ts';

const contentType = 'text/javascript; charset=utf-8';
const names = new URL(import.meta.resolve('@octo/contracts/browser-telemetry.ts'));

function joined(name: string, modules: readonly string[]): AssetSource {
  const files = [names, ...modules.map((module) => new URL(`client/${module}.ts`, import.meta.url))];
  return { name, contentType, files, joins: true };
}

/** What tells of visits, for pages that are sent without a build: `rum.js` starts with the page and fetches the others after the first paint. */
export const rumSources: readonly AssetSource[] = [
  { name: 'web-vitals.js', contentType, files: [new URL(import.meta.resolve('web-vitals'))] },
  joined('rum-client.js', [
    'clock',
    'ids',
    'template',
    'otlp',
    'session',
    'sender',
    'teller',
    'handover',
    'control',
    'interactions',
    'fetches',
    'stack',
    'errors',
    'vitals',
    'views',
    'rum-client',
  ]),
  joined('rum.js', ['settings', 'session', 'early-signs', 'rum', 'start']),
];
