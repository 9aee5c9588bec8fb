import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { stripTypes } from './strip-types.ts';

/** One file as the browser sees it, joined from `files` in order. Sources come after those that they refer to by name. */
export interface AssetSource {
  name: string;
  contentType: string;
  files: readonly URL[];
  /** Modules that import only each other become one, in which their names live side by side. It gives what the last of them gives. */
  joins?: boolean;
}

export interface Asset {
  body: Buffer;
  brotli?: Buffer;
  contentType: string;
}

export interface Assets {
  /** The URL of an asset, with a hash of its content in it: may be cached for ever. */
  url(name: string): string;
  find(path: string): Asset | undefined;
}

const compress = promisify(brotliCompress);

/** Reads, joins and compresses the sources once; what `find` returns is ready to be sent. */
export async function loadAssetSources(sources: readonly AssetSource[]): Promise<Assets> {
  const urls = new Map<string, string>();
  const assets = new Map<string, Asset>();

  function url(name: string): string {
    const known = urls.get(name);
    if (known === undefined) throw new Error(`There is no asset named ${name}, or it comes later than its first use`);
    return known;
  }

  for (const source of sources) {
    const body = await readSource(source, url);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    const path = `/assets/${hash}/${source.name}`;
    urls.set(source.name, path);
    assets.set(path, { body, contentType: source.contentType, ...(await compressed(source, body)) });
  }
  return { url, find: (path) => assets.get(path) };
}

async function readSource(source: AssetSource, url: (name: string) => string): Promise<Buffer> {
  const parts = await Promise.all(source.files.map((file) => readFile(file)));
  if (!isText(source)) return Buffer.concat(parts);
  if (source.joins) return Buffer.from(linkModules(joinModules(parts.map(String)), url));
  const text = parts.join('\n');
  if (source.contentType.startsWith('text/css')) return Buffer.from(linkStyles(text, url));
  if (source.contentType.startsWith('text/javascript')) return Buffer.from(linkModules(stripTypes(text), url));
  return Buffer.from(text);
}

function linkStyles(css: string, url: (name: string) => string): string {
  return css.replace(/url\("([\w.-]+)"\)/g, (_, name: string) => `url("${url(name)}")`);
}

/** A module of ours by its file, a library by its name. */
function linkModules(script: string, url: (name: string) => string): string {
  const linked = script.replace(/\bfrom '([^'.][^']*)'/g, (found, name: string) =>
    name.endsWith('.ts') ? found : `from '${url(`${name}.js`)}'`,
  );
  return linked.replace(/\b(from |import\()'([^']+)\.ts'/g, (_, how: string, module: string) => {
    return `${how}'${url(`${basename(module)}.js`)}'`;
  });
}

/** Without what ties the modules to each other, and without comments. */
function joinModules(modules: readonly string[]): string {
  const last = modules.length - 1;
  return modules
    .map((module) => stripTypes(module).replace(/^import [^;]* from '[^']+\.ts';$/gm, withoutImport))
    .map((script, at) => (at === last ? script : script.replace(/^export (?=(async )?(function|const|let) )/gm, '')))
    .join('\n')
    .replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
    .replace(/\s*\n\s*\n/g, '\n');
}

/** What stands beside each other keeps its name, so nobody may call it by another. */
function withoutImport(statement: string): string {
  if (/ as /.test(statement)) throw new Error(`A joined module cannot rename what it imports: ${statement}`);
  return '';
}

function isText(source: AssetSource): boolean {
  return source.contentType.startsWith('text/') || source.contentType.startsWith('image/svg');
}

async function compressed(source: AssetSource, body: Buffer): Promise<{ brotli?: Buffer }> {
  return isText(source) ? { brotli: await compress(body) } : {};
}
