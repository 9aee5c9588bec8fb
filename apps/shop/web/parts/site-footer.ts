import { type Html, html } from '@octo/ui/html.ts';
import { brand, type Site } from '../site.ts';
import { catalogueUrl } from '../urls.ts';

export function siteFooter(site: Site, calm = false): Html {
  if (calm) return html`<footer class="site-footer site-footer-calm"><div class="wrap">${smallPrint()}</div></footer>`;
  return html`<footer class="site-footer">
    <div class="wrap">
      <nav class="site-footer-nav" aria-label="Footer">
        <ul>
          <li><a class="footer-link" href="/shop">All products</a></li>
          ${site.categories.map(
            ({ name }) => html`<li><a class="footer-link" href="${catalogueUrl({ category: name })}">${name}</a></li>`,
          )}
          <li><a class="footer-link" href="/locations">Dealer locations</a></li>
          <li><a class="footer-link" href="/cart">Cart</a></li>
        </ul>
      </nav>
      ${smallPrint()}
    </div>
  </footer>`;
}

function smallPrint(): Html {
  return html`<p class="muted small">${brand}. Prices in US dollars.</p>`;
}
