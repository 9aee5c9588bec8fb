import type { Location } from '@octo/contracts/shops.ts';
import { type Html, html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import type { Site } from './site.ts';

export interface LocationsView {
  locations: readonly Location[];
}

export function locationsPage(site: Site, { locations }: LocationsView): string {
  return layout(
    site,
    { title: 'Dealer locations', description: 'Authorised dealers where you can see and try our drones.' },
    html`<div class="wrap locations">
      <h1>Dealer locations</h1>
      <p class="lead muted">Authorised dealers where you can see an aircraft, try it, and ask people who fly.</p>
      ${locations.length > 0 ? html`<ul class="location-grid">${locations.map(locationCard)}</ul>` : noLocations()}
    </div>`,
  );
}

function locationCard(location: Location): Html {
  return html`<li class="card location">
    <h2>${location.name}</h2>
    <p class="as-typed">${location.address}</p>
    <ul class="location-links">
      ${location.contact_phone && html`<li><a href="tel:${location.contact_phone.replace(/[^+\d]/g, '')}">${location.contact_phone}</a></li>`}
      ${location.contact_email && html`<li><a href="mailto:${location.contact_email}">${location.contact_email}</a></li>`}
      ${mapLink(location)}
    </ul>
  </li>`;
}

function mapLink({ coordinates, name }: Location): Html | undefined {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(coordinates ?? '') ?? [];
  if (latitude === undefined || longitude === undefined) return undefined;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}&zoom=15`;
  return html`<li><a href="${href}" rel="noreferrer">Map<span class="visually-hidden"> of ${name}</span></a></li>`;
}

function noLocations(): Html {
  return html`<div class="empty">
    <p class="empty-title">No dealer is listed at the moment.</p>
    <p class="empty-actions"><a class="button" href="/shop">Shop online</a></p>
  </div>`;
}
