import type { Kept } from './keep-running.ts';
import { type KeepServiceOptions, keepService } from './keep-service.ts';
import type { RunningService } from './service-process.ts';
import type { ServiceSpec } from './services.ts';

export interface KeptServices extends AsyncDisposable {
  /** URL by service name. */
  readonly urls: Readonly<Record<string, string>>;
  restart(isMeant?: (spec: ServiceSpec) => boolean): Promise<void>;
}

/** Starts the services in the order of the table; when one does not come up, those before it are stopped again. */
export async function keepServices(
  services: readonly ServiceSpec[],
  options: KeepServiceOptions,
): Promise<KeptServices> {
  await using stack = new AsyncDisposableStack();
  const kept = new Map<ServiceSpec, Kept<RunningService>>();
  const urls: Record<string, string> = {};
  stack.defer(async () => void (await Promise.all([...kept.values()].map((service) => service.stop()))));
  for (const spec of services) {
    options.say(`Starting ${spec.title} …`);
    const service = await keepService(spec, options).catch((error) => {
      throw new Error(`${spec.title} did not start: ${error.message}`, { cause: error });
    });
    kept.set(spec, service);
    urls[spec.name] = (await service.untilUp()).url;
  }
  const running = stack.move();
  return {
    urls,
    async restart(isMeant = () => true) {
      await Promise.all([...kept].filter(([spec]) => isMeant(spec)).map(([, service]) => service.restart()));
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
