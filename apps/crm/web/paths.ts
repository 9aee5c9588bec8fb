/** Every page of the CRM. The server answers them with the application, and anything else as not found. */
export const pagePaths = [
  '/sign-in',
  '/',
  '/orders',
  '/orders/:id',
  '/products',
  '/products/new',
  '/products/:id',
  '/shops',
  '/shops/new',
  '/shops/:id',
  '/customers',
  '/customers/:id',
  '/query-lab',
  '/platform',
  '/platform/runs/:id',
  '/observability',
  '/xray/:kind/:id',
  '/sync',
  '/audit',
  '/users',
] as const;

export type PagePath = (typeof pagePaths)[number];

const signInPath = '/sign-in';

/** The sign-in page, which leads back to where somebody wanted to go. */
export function signInTo(path: string): string {
  return path === '/' ? signInPath : `${signInPath}?from=${encodeURIComponent(path)}`;
}

/** Where to go after signing in: a page of ours, never another site. */
export function pathAfterSignIn(from: string | null): string {
  const isOurs = from !== null && /^\/(?![/\\])[^\s\\]*$/.test(from) && !from.startsWith(signInPath);
  return isOurs ? from : '/';
}
