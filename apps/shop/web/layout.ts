import { type Html, html, render } from '@octo/ui/html.ts';
import { rumMeta } from '@octo/ui/rum/meta.ts';
import { siteFooter } from './parts/site-footer.ts';
import { calmHeader, siteHeader } from './parts/site-header.ts';
import { brand, type Site } from './site.ts';

export interface Frame {
  title: string;
  description?: string;
  /** The search text to keep in the header's field. */
  search?: string | undefined;
  /** The page's own client module beside `shop.js`. */
  script?: 'cart.js' | 'checkout.js';
  /** A page with one thing to do: no menu, no search. */
  calm?: boolean;
}

export function layout(site: Site, frame: Frame, main: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${frame.title === brand ? brand : `${frame.title} · ${brand}`}</title>
  ${frame.description && html`<meta name="description" content="${frame.description}">`}
  <meta name="color-scheme" content="light dark">
  <link rel="preload" href="${site.asset('inter.woff2')}" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${site.asset('shop.css')}">
  <link rel="icon" href="${site.asset('icon.svg')}" type="image/svg+xml">
  <link rel="modulepreload" href="${site.asset('api.js')}">
  ${site.rum && html`${rumMeta(site.rum)}<script type="module" src="${site.asset('rum.js')}"></script>`}
  <script type="module" src="${site.asset('shop.js')}"></script>
  ${frame.script && html`<script type="module" src="${site.asset(frame.script)}"></script>`}
</head>
<body>
  <a class="skip" href="#main">Skip to content</a>
  ${frame.calm ? calmHeader(site) : siteHeader(site, frame.search)}
  <main id="main" tabindex="-1">
    ${main}
  </main>
  ${siteFooter(site, frame.calm)}
  <p class="visually-hidden" role="status" data-announcer></p>
</body>
</html>
`;
  return render(page);
}
