import { createHash, sign } from 'node:crypto';
import type { Identity } from './sign-in.ts';

export interface UnsignedRequest {
  method: string;
  url: URL;
  body: string;
}

/**
 * The headers that OCI knows a POST by: draft-cavage-http-signatures with a digest of the body. OCI's own library does the same,
 * but reckons the digest in JavaScript: a full request of log lines would hold up everybody else for 70 ms.
 */
export function signRequest(
  { method, url, body }: UnsignedRequest,
  { keyId, privateKey }: Identity,
  now = new Date(),
): Record<string, string> {
  const headers: Record<string, string> = {
    'x-date': now.toUTCString(),
    host: url.host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-content-sha256': createHash('sha256').update(body).digest('base64'),
  };
  const lines = [`(request-target): ${method.toLowerCase()} ${url.pathname}${url.search}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  const signature = sign('sha256', Buffer.from(lines.join('\n')), privateKey).toString('base64');
  const names = ['(request-target)', ...Object.keys(headers)].join(' ');
  const authorization = `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`;
  return { ...headers, authorization };
}
