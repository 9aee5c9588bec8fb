import { isIPv4 } from 'node:net';

/** Whether only this machine can reach an address to listen on, or means itself by a host that it asks for. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isIPv4(name)) return name.startsWith('127.');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1';
}
