import type { Workflows } from './observe-requests.ts';

/**
 * Workflows by the address that their routes begin with: `/cart` is also `/cart/lines`, the longest that fits counts.
 * `known` are the ids that another service of ours may name.
 */
export function workflowTable(known: readonly string[], byAddress: Readonly<Record<string, string>>): Workflows {
  const addresses = Object.entries(byAddress).toSorted(([a], [b]) => b.length - a.length);
  const found = new Map<string, string | undefined>();
  const search = (route: string) =>
    addresses.find(([address]) => route === address || route.startsWith(`${address}/`))?.[1];
  return {
    known,
    ofRoute: (route) => {
      if (!found.has(route)) found.set(route, search(route));
      return found.get(route);
    },
  };
}
