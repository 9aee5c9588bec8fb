import type { Cart, CartItem } from '@octo/contracts/cart.ts';
import { formatMoney, formatQuantity } from '@octo/ui/format.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { type Notice, noticeBox, noticeOf } from '@octo/ui/notice.ts';
import { layout } from './layout.ts';
import { quantityControl } from './parts/quantity.ts';
import { unitsIn } from './parts/units-in.ts';
import type { Site } from './site.ts';
import { productUrl } from './urls.ts';

export interface CartView {
  cart: Cart;
  notice?: Notice | undefined;
}

export function cartPage(site: Site, { cart, notice }: CartView): string {
  return layout(
    site,
    { title: 'Cart', script: 'cart.js' },
    html`<div class="wrap cart-page">
      <h1 tabindex="-1" data-cart-title>Your cart</h1>
      <div class="cart-notice" data-cart-notice>${noticeOf(notice)}</div>
      <div class="cart" data-cart data-quantity="${unitsIn(cart)}">
        ${cart.items.length > 0 ? filledCart(cart) : emptyCart()}
      </div>
    </div>`,
  );
}

function emptyCart(): Html {
  return html`<div class="empty">
    <p class="empty-title">Nothing in it yet.</p>
    <p class="muted">What you add waits here while you look around.</p>
    <p class="empty-actions"><a class="button" href="/shop">Shop all products</a></p>
  </div>`;
}

function filledCart(cart: Cart): Html {
  const blocked = cart.items.some((item) => !item.is_available);
  return html`<ul class="cart-lines">${cart.items.map(cartLine)}</ul>
    <section class="cart-summary" aria-label="Summary">
      <p class="order-total"><span>Total <span class="muted small">${formatQuantity(unitsIn(cart), 'item')}</span></span>
        <span class="number" data-cart-total>${formatMoney(cart.total)}</span></p>
      ${
        blocked
          ? noticeBox('warn', html`<p>To check out, change or remove what is marked in your cart.</p>`)
          : html`<a class="button button-large" href="/checkout">Check out</a>`
      }
    </section>`;
}

function cartLine(item: CartItem): Html {
  return html`<li class="cart-line" data-line="${item.id}" data-product="${item.product_id}" data-name="${item.name}">
    <img class="picture picture-small" src="${item.image_url}" width="640" height="480" alt="">
    <div class="cart-line-text">
      <h2 class="cart-line-name"><a href="${productUrl(item.product_id)}">${item.name}</a></h2>
      <p class="muted small"><span class="number">${formatMoney(item.price)}</span> each</p>
      ${availability(item)}
      <p class="field-error" role="alert" data-line-error hidden></p>
    </div>
    <p class="cart-line-total number">${formatMoney(item.line_total)}</p>
    <div class="cart-line-actions">
      <form class="cart-quantity" action="/cart/lines/${item.id}" method="post" data-change-line>
        ${quantityControl({ id: `quantity-${item.id}`, of: item.name, value: item.quantity, stock: item.stock })}
        <button class="button button-quiet without-script" type="submit">Update<span class="visually-hidden"> ${item.name}</span></button>
      </form>
      <form action="/cart/lines/${item.id}/remove" method="post" data-remove-line>
        <button class="button button-text" type="submit">Remove<span class="visually-hidden"> ${item.name}</span></button>
      </form>
    </div>
  </li>`;
}

function availability(item: CartItem): Html {
  if (item.is_available)
    return html`<p class="small cart-line-stock">${formatQuantity(item.stock, 'unit')} in stock</p>`;
  return html`<p class="field-error">${unavailableReason(item)}</p>`;
}

function unavailableReason({ stock, quantity }: CartItem): string {
  if (stock <= 0) return 'Sold out in the meantime. Remove it to check out.';
  if (stock < quantity) return `Only ${formatQuantity(stock, 'unit')} left. Lower the quantity to check out.`;
  return 'No longer sold. Remove it to check out.';
}
