import { type RumSettings, rumMetaName } from '@octo/contracts/browser-telemetry.ts';
import { type Html, html } from '../html.ts';

/** Tells a page whom to tell of visits; nothing where nobody is told. The policy lets no script stand in a page, and data may. */
export function rumMeta(settings: RumSettings | undefined): Html {
  return settings === undefined ? html`` : html`<meta name="${rumMetaName}" content="${JSON.stringify(settings)}">`;
}
