import { observatorySettings } from '../../apps/observatory/config.ts';
import { services } from '../../tools/start/services.ts';

/** OTLP has a port of its own, which collectors listen on too. */
export const otlpPort = Number(observatorySettings.OTLP_PORT.fallback);
const localAddress = /^http:\/\/localhost:(\d+)(?<path>\/.*)?$/;

/** The service that answers at an address of this machine, and the rest of the address. */
export function localService(address: string): { name: string; path: string } | undefined {
  const [, port, path = '/'] = localAddress.exec(address) ?? [];
  const service = services.find((each) => each.port === Number(port));
  return service && { name: service.name, path };
}

/** Addresses here must be those of our services; whether they answer is seen in a run. Others must at least be well-formed. */
export function addressFault(address: string): string | undefined {
  if (!URL.canParse(address)) return `${address} is no address`;
  const [, port] = localAddress.exec(address) ?? [];
  if (port === undefined || Number(port) === otlpPort || localService(address)) return undefined;
  return `no service listens on port ${port} (tools/start/services.ts)`;
}
