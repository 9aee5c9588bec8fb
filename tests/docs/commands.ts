import type { Facts } from './facts.ts';

export interface Command {
  /** Set for this command alone. */
  settings: Record<string, string>;
  words: string[];
}

/** The commands of one line of a shell. */
export function commandsIn(line: string): Command[] {
  return line.split('&&').map((each) => {
    const words = each.trim().match(/(?:<[^>]*>|\S)+/g) ?? [];
    const count = words.findIndex((word) => !/^[A-Z]\w*=/.test(word));
    const pairs = words.slice(0, count < 0 ? words.length : count).map((word) => word.split(/=(.*)/s, 2));
    return { settings: Object.fromEntries(pairs), words: count < 0 ? [] : words.slice(count) };
  });
}

/** What the run of the docs executes as it stands, beside the npm scripts that have a test of their own. */
export const executed = new Set(['grep', 'ls', 'cat']);
/** What comes before there is a clone to run anything in. */
const beforehand = new Set(['git', 'cd']);

/** What is wrong with a line that a reader is to type. */
export async function commandFault(line: string, facts: Facts): Promise<string | undefined> {
  for (const { settings, words } of commandsIn(line)) {
    const unknown = Object.keys(settings).find((name) => !facts.settings.has(name));
    if (unknown !== undefined) return `${unknown} is no setting of ours (docs/configuration.md)`;
    const [program = '', ...rest] = words;
    if (executed.has(program) || beforehand.has(program)) continue;
    const fault =
      program === 'npm' ? await npmFault(rest, facts) : `nobody tries "${program}": teach tests/docs/commands.ts`;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

async function npmFault(words: readonly string[], facts: Facts): Promise<string | undefined> {
  const [script = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  if (!facts.scripts.has(script)) return `package.json has no script "${script}"`;
  if (script !== 'start' && script !== 'test' && words[0] !== 'run') return `npm wants "npm run ${script}"`;
  const options = rest.filter((word) => word !== '--' && !word.startsWith('<'));
  const entry = `tools/${script.replace(':', '-')}.ts`;
  if (!facts.paths.has(entry)) return `${entry} is missing`;
  const source = await sourcesOf(entry, facts);
  for (const option of options) {
    if (script === 'test' && !option.startsWith('-')) {
      if (![...facts.paths].some((path) => path.endsWith('.test.ts') && path.includes(option)))
        return `npm test ${option} finds no test`;
    } else if (!source.includes(option)) return `${entry} does not know "${option}"`;
  }
  return undefined;
}

/** The script of a command and what stands in its folder. */
async function sourcesOf(entry: string, { paths, read }: Facts): Promise<string> {
  const folder = entry.replace(/\.ts$/, '/');
  const files = [...paths].filter((path) => path === entry || (path.startsWith(folder) && path.endsWith('.ts')));
  return (await Promise.all(files.map(read))).join('\n');
}
