import { applyFault, clearFault, type Fault, listFaults } from '@octo/contracts/crm/simulation.ts';
import type { Client } from '@octo/platform/http/client.ts';
import type { ToolsConfig } from '../config.ts';
import { octoPaths } from '../start/paths.ts';
import { readRunFile } from '../start/run-file.ts';
import { type FaultRequest, readRequest, usage } from './read-request.ts';
import { bodyOf, visitCrm } from './visit-crm.ts';

export interface FaultCommand {
  readonly config: ToolsConfig;
  readonly args: readonly string[];
  say(line: string): void;
}

/** Applies, clears or lists faults in the platform that runs here. Returns the exit code. */
export async function runFaultCommand({ config, args, say }: FaultCommand): Promise<number> {
  const request = readRequest(args);
  if (!request) {
    say(usage);
    return 2;
  }
  const run = await readRunFile(config.octoDir);
  if (run?.urls.crm === undefined) {
    say('The platform does not run here. Start it in another terminal with: CHAOS_ENABLED=true npm start');
    return 1;
  }
  try {
    await using visit = await visitCrm(run.urls.crm, octoPaths(config.octoDir).credentialsFile);
    for (const line of await carryOut(visit.client, request)) say(line);
    if (request.kind === 'apply' && run.urls.observatory) say(`What comes of it: ${run.urls.observatory}`);
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function carryOut(client: Client, request: FaultRequest): Promise<string[]> {
  if (request.kind === 'list') return (await faultsOf(client)).map(lineOf);
  if (request.kind === 'apply') return await apply(client, request);
  const ids = request.id === undefined ? await appliedIds(client) : [request.id];
  for (const id of ids) bodyOf(await client.call(clearFault, { params: { fault_id: id } }));
  return ids.length === 0 ? ['No fault is applied.'] : ids.map((id) => `Cleared: ${id}`);
}

async function apply(client: Client, { id, forSeconds }: FaultRequest & { kind: 'apply' }): Promise<string[]> {
  const body = { fault_id: id, for_seconds: forSeconds };
  const { fault } = bodyOf(await client.call(applyFault, { body }));
  return [`Applied: ${lineOf(fault)}`, `It ends by itself then, or with: npm run fault -- clear ${id}`];
}

async function faultsOf(client: Client): Promise<Fault[]> {
  return bodyOf(await client.call(listFaults, {})).faults;
}

async function appliedIds(client: Client): Promise<string[]> {
  return (await faultsOf(client)).filter(({ active }) => active !== null).map(({ id }) => id);
}

function lineOf({ id, target, description, active }: Fault): string {
  const state = active === null ? '' : ` (applied until ${new Date(active.expires_at).toLocaleTimeString('en-GB')})`;
  return `${id}, in the ${target}${state}\n  ${description}`;
}
