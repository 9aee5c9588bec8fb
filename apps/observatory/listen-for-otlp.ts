import { listen } from '@octo/platform/http/listen.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from './context.ts';

/** Takes OTLP where exporters look by default, unless somebody else does: that is no reason not to start. */
export async function listenForOtlp(app: FastifyInstance, observatory: Observatory): Promise<void> {
  const { config, intakePorts, notes } = observatory;
  const { otlpPort: port } = config;
  if (port === undefined) return;
  try {
    await listen(app, { host: config.listen.host, port });
    intakePorts.add(port);
  } catch {
    const [own] = intakePorts;
    notes.add(`Port ${port} could not be had, so OTLP is taken on port ${own} alone.`);
  }
}
