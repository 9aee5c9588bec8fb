import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from '@octo/contracts/endpoint.ts';
import type { Setting } from '@octo/platform/config/read-settings.ts';
import { settingGroups } from '../../tools/docs/setting-groups.ts';
import { readJsonFile } from '../../tools/start/files.ts';

/** What the sources say, for everything to be held against. */
export interface Facts {
  /** Every file and folder, from the root of the repository. */
  paths: ReadonlySet<string>;
  /** Every name that code knows. */
  names: ReadonlySet<string>;
  /** Every name with a hyphen, in small letters: headers are written so. */
  hyphenated: ReadonlySet<string>;
  /** `GET /api/products/{id}` */
  endpoints: ReadonlySet<string>;
  settings: ReadonlyMap<string, Setting<unknown>>;
  /** The scripts of package.json. */
  scripts: ReadonlySet<string>;
  read(path: string): Promise<string>;
}

const rootDir = join(import.meta.dirname, '..', '..');
const isAside = (name: string) => name === 'node_modules' || name === '.git' || name === '.octo';
const isCode = (path: string) =>
  /\.(ts|tsx|mjs|js|json|css)$/.test(path) && !path.startsWith('tests/docs') && path !== 'package-lock.json';

export async function gatherFacts(): Promise<Facts> {
  const paths = new Set<string>();
  const skip = (path: string) => isAside(path.split('/').at(-1) ?? '');
  for await (const path of glob('{*,.*,.*/**,*/**}', { cwd: rootDir, exclude: skip })) paths.add(path);
  const read = (path: string) => readFile(join(rootDir, path), 'utf8');
  const sources = await Promise.all([...paths].filter(isCode).map(read));
  const { scripts } = Object(await readJsonFile(join(rootDir, 'package.json')));
  return {
    paths,
    names: new Set(sources.flatMap((source) => source.match(/[A-Za-z_$][\w$]*/g) ?? [])),
    hyphenated: new Set(sources.flatMap((source) => source.toLowerCase().match(/[a-z]\w*(-\w+)+/g) ?? [])),
    endpoints: await endpointsIn([...paths]),
    settings: new Map(settingGroups.flatMap(({ settings }) => Object.entries(settings))),
    scripts: new Set(Object.keys(scripts)),
    read,
  };
}

async function endpointsIn(paths: readonly string[]): Promise<Set<string>> {
  const contracts = paths.filter((path) => /^contracts\/.*(?<!\.test)\.ts$/.test(path));
  const modules = await Promise.all(contracts.map((path) => import(join(rootDir, path))));
  const endpoints = modules.flatMap((module) => Object.values(module).filter(isEndpoint));
  return new Set(endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`));
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'responses' in value;
}
