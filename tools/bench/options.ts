import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Names of the parts to measure; none means all. */
  parts: string[];
  /** Where to write the result as JSON. */
  json: string | undefined;
  /** Whether docs/performance.md is given the result. */
  isWrittenDown: boolean;
}

/** Reads the command line. Throws with the known parts when it asks for one that is not there. */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values, positionals: parts } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'string' }, markdown: { type: 'boolean', default: false } },
  });
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown !== undefined) throw new Error(`There is no part “${unknown}”. Parts: ${known.join(', ')}.`);
  return { parts, json: values.json, isWrittenDown: values.markdown };
}
