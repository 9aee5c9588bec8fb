import type { CookieSerializeOptions } from '@fastify/cookie';

export const sessionCookie = 'octo_observatory';
export const sessionMs = 12 * 3_600_000;

export const cookieOptions = {
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: 'auto',
  maxAge: sessionMs / 1000,
} as const satisfies CookieSerializeOptions;
