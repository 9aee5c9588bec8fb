/**
 * What a page may load: its own files. With a nonce, which belongs to one response alone, also the style elements that carry
 * it: libraries write some while the page runs. Script stays in files in any case.
 */
export function contentSecurityPolicy({ styleNonce }: { styleNonce?: string } = {}): string {
  const styles = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
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
