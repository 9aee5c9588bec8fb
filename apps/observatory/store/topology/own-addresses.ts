import { observatoryName } from '@octo/contracts/telemetry/services.ts';
import { nodeId, readNode } from './nodes.ts';

export const ownNode = nodeId('service', observatoryName);

/** Calls of the observatory itself are kept by the address that was called. */
export function ownAddresses(isOwn: (address: string) => boolean) {
  const seen = new Set<string>();
  return {
    /** The same, to the observatory by its name where it was called. */
    named<Call extends { readonly to_node: string }>(call: Call): Call {
      const { kind, name } = readNode(call.to_node);
      if (kind !== 'outside' || !isOwn(name)) return call;
      seen.add(name);
      return { ...call, to_node: ownNode };
    },
    seen: () => [...seen].sort(),
  };
}
