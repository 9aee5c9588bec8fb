import type { Walk } from './walk.ts';

const html = { accept: 'text/html' };

/** Addresses that lead nowhere and requests that nobody should send, as people and as programs send them. */
export async function causeTrouble({ ask }: Walk, cookie: string): Promise<void> {
  for (const headers of [html, {}]) {
    for (const path of ['/no/such/page', '/api/no/such/thing', '/%E0%A4%A', '/assets/no/file.js', '/?x=%00'])
      await ask(path, { headers });
    for (const method of ['PUT', 'OPTIONS', 'HEAD', 'DELETE']) await ask('/', { method, headers });
    const foreign = { ...headers, cookie, origin: 'https://elsewhere.example' };
    for (const path of ['/cart/lines', '/api/cart/add', '/api/auth/logout'])
      await ask(path, { method: 'POST', headers: foreign, body: {} });
  }
}

/** A proxy that hands the inner name of a service on instead of the public one. */
export async function askByInnerName({ ask }: Walk, host: string, paths: readonly string[]): Promise<void> {
  const headers = { ...html, host, 'x-forwarded-host': host, 'x-forwarded-proto': 'http' };
  for (const path of paths) await ask(path, { headers });
}

/** Guesses a password until it is told to stop. Returns the last status. */
export async function guessPassword({ ask }: Walk, username: string): Promise<number> {
  const headers = { 'x-forwarded-for': '203.0.113.77' };
  let status = 401;
  for (let guess = 0; status === 401 && guess < 50; guess += 1)
    ({ status } = await ask('/api/auth/login', {
      method: 'POST',
      headers,
      body: { username, password: `guess ${guess}` },
    }));
  return status;
}
