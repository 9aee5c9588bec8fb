import type { AssetSource } from './assets.ts';

function own(path: string): URL {
  return new URL(path, import.meta.url);
}

function font(name: string, file: string): AssetSource {
  return { name, contentType: 'font/woff2', files: [new URL(import.meta.resolve(`@fontsource-variable/${file}`))] };
}

/** The typefaces, served by ourselves. The extended set is fetched only when a text needs it. */
export const fontSources: readonly AssetSource[] = [
  font('inter.woff2', 'inter/files/inter-latin-wght-normal.woff2'),
  font('inter-ext.woff2', 'inter/files/inter-latin-ext-wght-normal.woff2'),
  font('mono.woff2', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'),
];

export const iconSource: AssetSource = { name: 'icon.svg', contentType: 'image/svg+xml', files: [own('icon.svg')] };

/** The design system's stylesheets in cascade order; a face adds its own after them. */
export const styleFiles: readonly URL[] = [
  'tokens.css',
  'fonts.css',
  'base.css',
  'button.css',
  'field.css',
  'notice.css',
  'badge.css',
  'card.css',
  'facts.css',
].map((file) => own(`css/${file}`));
