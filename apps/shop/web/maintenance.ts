import type { Storefront } from '@octo/contracts/shops.ts';
import { html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { traceId } from './parts/trace-id.ts';
import type { Site } from './site.ts';

export interface MaintenanceView {
  storefront: Pick<Storefront, 'name'>;
  traceId: string;
}

export function maintenancePage(site: Site, view: MaintenanceView): string {
  return layout(
    site,
    { title: 'Back soon' },
    html`<div class="wrap problem">
      <p class="muted">${view.storefront.name}</p>
      <h1>We are working on the shop.</h1>
      <p class="lead">You can look around, but carts and checkout are closed for the moment. What is in your cart is kept.</p>
      <p class="empty-actions"><a class="button" href="/shop">Look around</a></p>
      ${traceId(view.traceId)}
    </div>`,
  );
}
