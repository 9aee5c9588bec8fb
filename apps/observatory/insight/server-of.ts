import type { PostgresAddress } from '@octo/platform/database/address.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { isLoopback } from '../loopback.ts';
import type { FlatAttributes } from '../otlp/records.ts';

const usualPort = 5432;

/** Tells whether a span speaks of the server with this address: then its process ids are those of our sessions. */
export function spansOf({ url }: PostgresAddress): (attributes: FlatAttributes) => boolean {
  const { hostname, port } = new URL(url);
  const server = { host: placeOf(hostname), port: port === '' ? usualPort : Number(port) };
  return (attributes) =>
    Number(attributes[attributeNames.port] ?? usualPort) === server.port &&
    placeOf(String(attributes[attributeNames.host] ?? '')) === server.host;
}

/** This machine has many names. */
function placeOf(host: string): string {
  return host === '' || host.startsWith('/') || isLoopback(host) ? 'localhost' : host.toLowerCase();
}
