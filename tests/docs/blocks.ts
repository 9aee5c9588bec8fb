import type { Claim } from './claims.ts';
import { commandFault } from './commands.ts';
import type { Facts } from './facts.ts';

/** What is wrong with a block of code. */
export async function blockFault({ language = '', text, about }: Claim, facts: Facts): Promise<string | undefined> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  switch (language) {
    case 'sh':
      return await firstFault(lines, (line) => commandFault(line, facts));
    case 'ts':
      return excerptFault(text, about, facts);
    case 'env':
      return await firstFault(lines, (line) => assignmentFault(line, facts));
    default:
      return `nobody checks a block of "${language}": use sh, ts or env, or let npm run docs write it`;
  }
}

async function firstFault(
  lines: readonly string[],
  faultIn: (line: string) => string | undefined | Promise<string | undefined>,
) {
  for (const line of lines) {
    const fault = await faultIn(line);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** An excerpt stands in the file that was named last before it, but for white space; `…` leaves something out. */
async function excerptFault(
  text: string,
  about: string | undefined,
  { paths, read }: Facts,
): Promise<string | undefined> {
  if (about === undefined || !paths.has(about)) return 'name the file that this block is from right before it';
  const source = squeezed(await read(about));
  let from = 0;
  for (const part of text.split('…').map(squeezed)) {
    const at = source.indexOf(part, from);
    if (at < 0) return `${about} does not say: ${part.slice(0, 80)}`;
    from = at + part.length;
  }
  return undefined;
}

/** Without white space, and without the commas that only a break of a line asks for. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '').replace(/,([)\]}])/g, '$1');
}

/** `<…>` stands for what a reader fills in. */
function assignmentFault(line: string, { settings }: Facts): string | undefined {
  if (line.startsWith('#')) return undefined;
  const [name = '', value = ''] = line.split(/=(.*)/s, 2);
  const setting = settings.get(name);
  if (!setting) return `${name} is no setting of ours (docs/configuration.md)`;
  try {
    setting.parse(value.replace(/<[^>]*>/g, 'x'));
    return undefined;
  } catch (error) {
    return `${name} ${error instanceof Error ? error.message : error}`;
  }
}
