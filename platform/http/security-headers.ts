import type { RumConfig } from '../config/rum-settings.ts';

export interface PageNeeds {
  /** Belongs to one response alone, and lets its style elements through: libraries write some while a page runs. */
  styleNonce?: string;
  /** Who is told of visits: the one origin that is not the page's own. */
  rum?: RumConfig | undefined;
}

/** What a page may load: its own files. Script stays in files in any case. */
export function contentSecurityPolicy({ styleNonce, rum }: PageNeeds = {}): string {
  const styles = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  const agent = rum?.kind === 'agent' ? ` ${new URL(rum.endpoint).origin}` : '';
  const told = rum?.kind === 'observatory' ? ` ${new URL(rum.url).origin}` : agent;
  return [
    "default-src 'none'",
    `script-src 'self'${agent}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${told}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** On every response. Most pages hold no inline style either, so they need no nonce and can be sent as ready bytes. */
export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Added when the public address is https. */
export const strictTransport = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } as const;
