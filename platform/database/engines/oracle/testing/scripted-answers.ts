import type { OracleBind, OracleColumn } from '../oracle-client.ts';

/** What a call is answered with. */
export type Answer =
  | { columns: readonly OracleColumn[]; rows: readonly (readonly unknown[])[] }
  | { rowsAffected: number; outBinds?: readonly (readonly unknown[])[] }
  | { error: Error }
  /** Nothing comes back until somebody cuts the connection, as from a server that is gone without a word. */
  | { isSilent: true };

/** An answer, or what makes one of the statement and its binds. It may wait for something. */
export type Answering = Answer | ((binds: readonly OracleBind[], sql: string) => Answer | Promise<Answer>);

export class Script {
  readonly #lines: { pattern: string | RegExp; answers: Answering[] }[] = [];

  /** The n-th call that matches gets the n-th answer, and the last one over and over. Later lines go before earlier ones. */
  answer(pattern: string | RegExp, answers: Answering[]): void {
    this.#lines.unshift({ pattern, answers: [...answers] });
  }

  async next(text: string, binds: readonly OracleBind[]): Promise<Answer | undefined> {
    const line = this.#lines.find(({ pattern }) => matches(pattern, text));
    const answering = line && line.answers.length > 1 ? line.answers.shift() : line?.answers[0];
    return typeof answering === 'function' ? await answering(binds, text) : answering;
  }
}

function matches(pattern: string | RegExp, text: string): boolean {
  return typeof pattern === 'string' ? pattern === text : pattern.test(text);
}
