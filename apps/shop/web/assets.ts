import { type AssetSource, type Assets, loadAssetSources } from '@octo/ui/assets.ts';
import { rumSources } from '@octo/ui/rum/assets.ts';
import { fontSources, iconSource, styleFiles } from '@octo/ui/styles.ts';

function own(path: string): URL {
  return new URL(path, import.meta.url);
}

const ownStyles = ['site', 'header', 'menu', 'footer', 'home', 'catalogue', 'product', 'cart', 'checkout', 'pages'];

const sources: readonly AssetSource[] = [
  ...fontSources,
  iconSource,
  ...rumSources,
  {
    name: 'shop.css',
    contentType: 'text/css; charset=utf-8',
    files: [...styleFiles, ...ownStyles.map((name) => own(`styles/${name}.css`))],
  },
  ...['api', 'shop', 'cart', 'checkout'].map((name) => ({
    name: `${name}.js`,
    contentType: 'text/javascript; charset=utf-8',
    files: [own(`client/${name}.ts`)],
  })),
];

/** Everything the shop serves as files: one stylesheet, fonts, icon and client modules, ready to be sent. */
export function loadAssets(): Promise<Assets> {
  return loadAssetSources(sources);
}
