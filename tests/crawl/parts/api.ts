import assert from 'node:assert/strict';
import { type Call, type Operation, operationsIn, pathOf } from './operations.ts';
import { anyText, misusesOf, queriesOf } from './variations.ts';
import type { Question, Reply, Walk } from './walk.ts';

/** The endpoints of a site as its openapi.json tells of them, and the calls of them that are known to be good. */
export interface Api {
  /** Calls an endpoint, as in `GET /api/products/{id}`; the answer must be a good one. */
  call(name: string, call?: Call): Promise<Record<string, unknown>>;
  /** Calls one that has to refuse: with this status. */
  refused(name: string, call: Call & { status: number }): Promise<void>;
  /** Asks every endpoint that was called again, with everything that its query takes. */
  varyQueries(): Promise<void>;
  /** Calls every endpoint in each of the ways in which one should not. */
  misuse(strangers: readonly Record<string, string>[]): Promise<void>;
  /** Calls again what only reads. */
  readAgain(): Promise<void>;
  /** Those that no call has been good to. */
  uncalled(): string[];
}

/** `headers` go with every call that has none of its own. */
export async function openApi(walk: Walk, headers: Record<string, string> = {}): Promise<Api> {
  const operations = operationsIn((await walk.ask('/openapi.json', { headers })).json());
  const good = new Map<Operation, Call>();
  const send = (operation: Operation, call: Call, question: Question = {}) =>
    walk.ask(pathOf(operation, call), {
      method: operation.method,
      ...(call.body ? { body: call.body } : {}),
      ...question,
      headers: { ...(call.headers ?? headers), ...question.headers },
    });
  const find = (name: string): Operation => {
    const operation = operations.find((one) => one.name === name);
    assert.ok(operation, `openapi.json tells nothing of ${name}`);
    return operation;
  };
  const reads = () => [...good].filter(([{ method }]) => method === 'GET');
  return {
    call: async (name, call = {}) => {
      const operation = find(name);
      const reply = await send(operation, call);
      assertGood(name, call, reply);
      good.set(operation, call);
      return reply.json();
    },
    refused: async (name, call) => assertGood(name, call, await send(find(name), call)),
    varyQueries: async () => {
      for (const [operation, call] of reads()) {
        for (const query of await queriesOf(operation, call, send)) {
          const varied = { ...call, query: { ...call.query, ...query } };
          const reply = await send(operation, varied);
          if (!Object.values(query).includes(anyText)) assertGood(operation.name, varied, reply);
        }
      }
    },
    misuse: async (strangers) => {
      for (const [operation, call] of good) {
        for (const headers of strangers) await send(operation, { ...call, headers });
        for (const wrong of misusesOf(operation, call)) await send(operation, wrong.call ?? call, wrong.question);
      }
    },
    readAgain: async () => {
      for (const [operation, call] of reads()) await send(operation, call);
    },
    uncalled: () => operations.filter((operation) => !good.has(operation)).map(({ name }) => name),
  };
}

function assertGood(name: string, call: Call, { status, body }: Reply): void {
  const isGood = call.status === undefined ? status >= 200 && status < 300 : status === call.status;
  assert.ok(isGood, `${name} ${JSON.stringify(call)} answers ${status} ${body.slice(0, 500)}`);
}
