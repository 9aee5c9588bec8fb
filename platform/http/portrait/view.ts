import type { FastifyRequest } from 'fastify';
import { correlationOf } from './correlation.ts';
import { millisecondsSince } from './since.ts';

interface Viewed {
  environment: string;
  service: { name: string; namespace: string; version: string; gitSha: string };
}

/** What every view of a service says of itself and of this very request, round what `look` has seen. */
export async function viewFor<Parts extends object>(
  request: FastifyRequest,
  { environment, service }: Viewed,
  look: () => Promise<Parts>,
) {
  const askedAtMs = performance.now();
  const parts = await look();
  const { name, namespace, version, gitSha } = service;
  return {
    timestamp: new Date().toISOString(),
    correlation: correlationOf(request),
    service: {
      name,
      namespace,
      version,
      git_sha: gitSha,
      environment,
      runtime: `node ${process.versions.node}`,
      uptime_seconds: Math.floor(process.uptime()),
    },
    ...parts,
    query_time_ms: millisecondsSince(askedAtMs),
  };
}
