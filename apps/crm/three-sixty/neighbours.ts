import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getReadiness } from '@octo/contracts/meta.ts';
import { getShopView } from '@octo/contracts/observability.ts';
import { type Client, createClient } from '@octo/platform/http/client.ts';
import { type PeerState, peerState } from '@octo/platform/http/portrait/peer.ts';
import type { Crm } from '../context.ts';

/** The other services, as the CRM finds them. */
export interface Neighbours {
  peers(): Promise<[shop: PeerState, gateway: PeerState, observatory: PeerState]>;
  /** The shop as it sees itself. */
  shop(): Promise<CrmView['shop']>;
}

/** Twice that and a little, for what did not get through is asked once more. */
const timeoutMs = 1000;

/** Clients of their own: whether a service is there is asked of it apart from all else. */
export function watchNeighbours({ config, circuits, observatory }: Crm): Neighbours {
  const clientOf = (name: string, baseUrl: string | undefined) => {
    if (baseUrl === undefined) return undefined;
    const client = createClient({ baseUrl, headers: { [internalKeyHeader]: config.internalKeys[0] }, timeoutMs });
    circuits.set(`${name}, its state`, client.circuit);
    return client;
  };
  const shop = clientOf('shop', config.shopUrl);
  const gateway = clientOf('workflow gateway', config.gatewayUrl);
  return {
    peers: () =>
      Promise.all([
        peerState('shop', shop, getReadiness),
        peerState('workflow gateway', gateway, getReadiness),
        observatory.ready(),
      ]),
    shop: () => viewOf(shop),
  };
}

async function viewOf(shop: Client | undefined): Promise<CrmView['shop']> {
  if (shop === undefined) return { status: 'not_configured', view: null };
  const result = await shop.call(getShopView, {});
  return result.ok ? { status: 'answered', view: result.body } : { status: 'away', view: null };
}
