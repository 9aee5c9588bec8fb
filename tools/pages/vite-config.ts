import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontSources } from '@octo/ui/styles.ts';
import type { InlineConfig, Plugin } from 'vite';
import { withoutLoopback } from './without-loopback.ts';

/** Without what only forms and questions need. */
const sharedParts = /\/ui\/react\/(?!shell\/finder)|\/web\/parts\/(?!edit\/|[\w-]*dialog)/;

/** How the pages of an app are built. The nonce is put in its place with every answer. */
export function viteConfig(rootDir: string, app: string, outDir: string): InlineConfig {
  return {
    root: join(rootDir, 'apps', app, 'web'),
    configFile: false,
    envDir: false,
    publicDir: false,
    // A failure is thrown, and libraries give cause for thousands of warnings.
    logLevel: 'silent',
    plugins: [preloadFont('inter-latin-wght'), withoutLoopback()],
    oxc: { jsx: { runtime: 'automatic' } },
    resolve: {
      alias: fontSources.map(({ name, files }) => ({
        find: new RegExp(`^(\\./)?${name}$`),
        replacement: pathOf(files),
      })),
    },
    build: {
      outDir,
      emptyOutDir: true,
      assetsDir: 'assets',
      assetsInlineLimit: 0,
      target: 'es2022',
      // For whoever looks where an error came from; they are not served, and no script names them.
      sourcemap: 'hidden',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      modulePreload: { polyfill: false },
      // What every screen is made of travels once, and not in twenty pieces.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'parts', test: sharedParts }] } } },
    },
  };
}

function pathOf([file]: readonly URL[]): string {
  if (!file) throw new Error('A font has no file.');
  return fileURLToPath(file);
}

/** Text is drawn at once in its own font: the browser hears of that with the document, not from the stylesheet. */
function preloadFont(name: string): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const font = Object.keys(bundle).find((file) => file.includes(name) && file.endsWith('.woff2'));
        if (font === undefined) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
