import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { addressOf } from '@octo/ui/react/api/request.ts';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';

/** Where a panel gets its data. */
export interface Source {
  ask<E extends Endpoint>(endpoint: E, address?: string): Promise<Static<E['responses'][200]>>;
}

/** Something on a page that shows data, and whether it has any. */
export interface Panel {
  readonly id: string;
  hasData(source: Source): Promise<boolean>;
}

/** What an endpoint answers to this. */
export function asked<E extends Endpoint>(source: Source, endpoint: E, input: AskedFor = {}) {
  return source.ask(endpoint, addressOf(endpoint.path, input));
}

export interface AskedFor {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** What is not there at all, such as a metric that nobody counts, has no data either. */
export async function shows(source: Source, panel: Panel): Promise<boolean> {
  return await panel.hasData(source).catch(() => false);
}

/** An observatory without a socket. */
export function sourceOf(app: FastifyInstance): Source {
  return {
    async ask(endpoint, address = endpoint.path) {
      const answer = await app.inject(address);
      if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}`);
      return answer.json();
    },
  };
}
