import { allOrNone } from './all-or-none.ts';
import type { Kept } from './keep-running.ts';
import { type KeepServiceOptions, keepService } from './keep-service.ts';
import { choosePorts, isFree } from './ports.ts';
import type { Ports } from './service-environment.ts';
import type { RunningService } from './service-process.ts';
import type { ServiceSpec } from './services.ts';

export interface KeptServices extends AsyncDisposable {
  /** URL by service name. */
  readonly urls: Readonly<Record<string, string>>;
  restart(isMeant?: (spec: ServiceSpec) => boolean): Promise<void>;
}

const portAttempts = 3;

/** Starts the services side by side, each told where the others are; when one does not come up, the others are stopped again. */
export async function keepServices(
  services: readonly ServiceSpec[],
  options: KeepServiceOptions,
): Promise<KeptServices> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(services, options.say);
    try {
      return await startAll(services, ports, options);
    } catch (error) {
      // Somebody may have been quicker between the look at a port and its use; then all are told of another one.
      if (attempt === portAttempts || options.signal.aborted || (await areFree(ports))) throw error;
    }
  }
}

async function startAll(
  services: readonly ServiceSpec[],
  ports: Ports,
  options: KeepServiceOptions,
): Promise<KeptServices> {
  await using stack = new AsyncDisposableStack();
  const kept = new Map<ServiceSpec, Kept<RunningService>>();
  stack.defer(async () => void (await Promise.all([...kept.values()].map((service) => service.stop()))));
  const starts = services.map((spec) => async (signal: AbortSignal) => {
    const service = await keepService(spec, ports, { ...options, signal });
    kept.set(spec, service);
    return [spec.name, (await service.untilUp()).url];
  });
  const urls = Object.fromEntries(await allOrNone(options.signal, starts));
  const running = stack.move();
  return {
    urls,
    async restart(isMeant = () => true) {
      await Promise.all([...kept].filter(([spec]) => isMeant(spec)).map(([, service]) => service.restart()));
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function areFree(ports: Ports): Promise<boolean> {
  for (const port of Object.values(ports)) if (!(await isFree(port))) return false;
  return true;
}
