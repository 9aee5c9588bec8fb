import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import * as integrations from '@octo/contracts/integrations.ts';
import * as meta from '@octo/contracts/meta.ts';
import { workflowEndpoints } from '@octo/contracts/workflows.ts';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

const contractsDir = join(import.meta.dirname, '../../../contracts/crm');

/** Every endpoint that the contracts of the CRM declare, by its route. */
export async function declaredEndpoints(): Promise<Map<string, GuardedEndpoint>> {
  const files = (await readdir(contractsDir)).filter((name) => name.endsWith('.ts'));
  const modules: object[] = await Promise.all(files.map((name) => import(join(contractsDir, name))));
  const own: GuardedEndpoint[] = [
    { ...meta.getHealth, access: 'public' },
    { ...meta.getReadiness, access: 'public' },
    { ...meta.getVersion, access: 'signed-in' },
  ];
  const endpoints = [integrations, ...modules, workflowEndpoints].flatMap((module) =>
    Object.values(module).filter(isGuarded),
  );
  return new Map([...own, ...endpoints].map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]));
}

/** A request to an endpoint that might be meant: about something that is not there, with the smallest body that the contract takes. */
export function sampleRequest({ method, path, body }: GuardedEndpoint) {
  const url = path.replace(/:\w+/g, '999999999');
  return method === 'GET' ? { method, url } : { method, url, payload: smallest(body) };
}

function smallest(schema: TSchema | undefined): object {
  try {
    const value = schema && Value.Create(schema);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isGuarded(value: unknown): value is GuardedEndpoint {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value && 'responses' in value;
}
