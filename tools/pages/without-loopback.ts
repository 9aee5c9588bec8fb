import type { Plugin } from 'vite';

const loopback = 'http://localhost';
/** A name that never leads anywhere (RFC 6761). */
const nowhere = 'http://nowhere.invalid';

/** Libraries parse paths against an address that they never ask. What a browser gets is to name no machine of ours, not even so. */
export function withoutLoopback(): Plugin {
  return {
    name: 'without-loopback',
    transform: (code, id) =>
      id.includes('/node_modules/') && code.includes(loopback) ? code.replaceAll(loopback, nowhere) : undefined,
  };
}
