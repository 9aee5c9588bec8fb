import { createHash, type KeyObject, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const signed = ['(request-target)', 'host', 'content-length', 'content-type', 'x-content-sha256'];
const mostSkewMs = 5 * 60_000;

/** What OCI would hold against a request, by the rules that it documents; undefined for one that is signed well. */
export function signatureFault(
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
  keys: ReadonlyMap<string, KeyObject>,
): string | undefined {
  const [scheme, rest = ''] = (headers.authorization ?? '').split(/ (.*)/s);
  if (scheme !== 'Signature') return 'no signature';
  const told = new Map([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  if (told.get('version') !== '1' || told.get('algorithm') !== 'rsa-sha256') return 'another kind of signature';
  const names = (told.get('headers') ?? '').split(' ');
  const missing = signed.find((name) => !names.includes(name));
  if (missing !== undefined) return `${missing} is not signed`;
  const dated = ['x-date', 'date'].find((name) => names.includes(name));
  const at = Date.parse(String(headers[dated ?? '']));
  if (!(Math.abs(Date.now() - at) < mostSkewMs)) return 'not of this moment';
  if (headers['x-content-sha256'] !== createHash('sha256').update(body).digest('base64')) return 'another body';
  if (headers['content-length'] !== String(body.length)) return 'another length';
  const key = keys.get(told.get('keyId') ?? '');
  if (key === undefined) return 'an unknown key';
  const target = `${method.toLowerCase()} ${url}`;
  const text = names.map((name) => `${name}: ${name === '(request-target)' ? target : headers[name]}`).join('\n');
  const isGood = verify('sha256', Buffer.from(text), key, Buffer.from(told.get('signature') ?? '', 'base64'));
  return isGood ? undefined : 'a wrong signature';
}
