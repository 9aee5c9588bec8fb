import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyReply } from 'fastify';
import type { RumConfig } from '../../config/rum-settings.ts';
import { contentSecurityPolicy } from '../security-headers.ts';
import type { EncodedContent } from '../send-encoded.ts';

/** The built pages: one document for all of them, and the files that it loads. */
export interface Pages {
  findAsset(name: string): EncodedContent | undefined;
  /** The document for one answer. Its styles are let through by a nonce, which goes into the policy of that answer. */
  draw(reply: FastifyReply): string;
}

export interface PagesOptions {
  /** Who the pages tell of visits; nobody when absent. */
  rum?: RumConfig | undefined;
  /** Markup for the end of the document's head. */
  head?: string;
}

const noncePlace = '{{style-nonce}}';
const nonceBytes = 18;
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Reads everything once: what is not there at the start is not there, whatever a request names. */
export async function loadPages(pagesDir: string, { rum, head = '' }: PagesOptions = {}): Promise<Pages> {
  const built = await readFile(join(pagesDir, 'index.html'), 'utf8');
  const document = built.replace('</head>', () => `${head}</head>`);
  if (!document.includes(noncePlace))
    throw new Error(`${pagesDir}/index.html has no place for the nonce of its styles`);
  const assets = await loadAssets(join(pagesDir, 'assets'));
  return {
    findAsset: (name) => assets.get(name),
    draw(reply) {
      const styleNonce = randomBytes(nonceBytes).toString('base64');
      reply.header('content-security-policy', contentSecurityPolicy({ styleNonce, rum }));
      return document.replace(noncePlace, styleNonce);
    },
  };
}

async function loadAssets(dir: string): Promise<Map<string, EncodedContent>> {
  const names = await readdir(dir);
  const assets = new Map<string, EncodedContent>();
  for (const name of names) {
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const body = await readFile(join(dir, name));
    const brotli = names.includes(`${name}.br`) ? { brotli: await readFile(join(dir, `${name}.br`)) } : {};
    assets.set(name, { body, contentType, ...brotli });
  }
  return assets;
}
