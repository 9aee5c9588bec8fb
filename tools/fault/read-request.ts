/** What somebody asks for on the command line. */
export type FaultRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'apply'; readonly id: string; readonly forSeconds: number }
  /** Without an id, all that are applied. */
  | { readonly kind: 'clear'; readonly id: string | undefined };

const seconds = { s: 1, m: 60, h: 3600 } as const;

export const usage = `npm run fault -- list
npm run fault -- apply <id> [--for 2m]     90s, 2m or 1h, an hour at most
npm run fault -- clear [<id>]`;

/** Undefined for what cannot be understood. */
export function readRequest([command = 'list', ...rest]: readonly string[]): FaultRequest | undefined {
  if (command === 'list' && rest.length === 0) return { kind: 'list' };
  const [id, flag, time] = rest;
  if (command === 'clear' && rest.length <= 1) return { kind: 'clear', id };
  if (command !== 'apply' || id === undefined || rest.length === 2 || rest.length > 3) return undefined;
  const forSeconds = flag === undefined ? 120 : flag === '--for' ? readTime(time) : undefined;
  return forSeconds === undefined ? undefined : { kind: 'apply', id, forSeconds };
}

function readTime(time = ''): number | undefined {
  const [, amount, unit] = /^(\d{1,5})([smh])$/.exec(time) ?? [];
  const found = Object.entries(seconds).find(([name]) => name === unit);
  return found && Number(amount) * found[1];
}
