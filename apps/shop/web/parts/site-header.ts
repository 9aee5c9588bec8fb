import { type Html, html } from '@octo/ui/html.ts';
import { brand, type Site } from '../site.ts';
import { catalogueUrl } from '../urls.ts';
import { cartIcon, chevronIcon, searchIcon } from './icons.ts';

export function siteHeader(site: Site, search: string | undefined): Html {
  return html`<header class="site-header">
    <div class="wrap site-bar">
      ${brandLink(site)}
      <nav class="site-nav" aria-label="Main">
        <details class="menu" data-menu>
          <summary class="site-link">Shop ${chevronIcon}</summary>
          <div class="menu-panel">
            <ul class="menu-list">
              <li><a class="menu-link menu-all" href="/shop">All products</a></li>
              ${site.categories.map(
                ({ name }) =>
                  html`<li><a class="menu-link" href="${catalogueUrl({ category: name })}">${name}</a></li>`,
              )}
            </ul>
          </div>
        </details>
        <a class="site-link site-link-wide" href="/locations">Dealers</a>
      </nav>
      <form class="site-search" role="search" action="/shop">
        <label class="visually-hidden" for="search">Search products</label>
        <input class="input" type="search" id="search" name="search" value="${search}" maxlength="100"
          placeholder="Search drones, batteries, SKU" autocomplete="off" enterkeyhint="search">
        <button class="site-search-button" type="submit">${searchIcon}<span class="visually-hidden">Search</span></button>
      </form>
      <a class="site-link site-cart" href="/cart" data-cart-link>
        ${cartIcon}<span class="site-cart-label">Cart</span>
        <span class="site-cart-count number" data-cart-count hidden></span>
      </a>
    </div>
  </header>`;
}

/** For checkout: the way back, and nothing that leads elsewhere. */
export function calmHeader(site: Site): Html {
  return html`<header class="site-header">
    <div class="wrap site-bar">
      ${brandLink(site)}
      <a class="site-link site-cart" href="/cart">${cartIcon}Back to cart</a>
    </div>
  </header>`;
}

function brandLink(site: Site): Html {
  return html`<a class="brand" href="/"><img src="${site.asset('icon.svg')}" width="32" height="32" alt="">${brand}</a>`;
}
