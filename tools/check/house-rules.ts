import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nameFaults } from './telemetry-names.ts';

const sources = '{apps,contracts,database,domains,platform,tests,tools,ui}/**/*.{ts,tsx}';

/** Rules of the house that no linter has. */
export async function houseRules(rootDir: string): Promise<{ isGood: boolean; output: string }> {
  const faults: string[] = [];
  let files = 0;
  for await (const path of glob(sources, { cwd: rootDir, exclude: ['**/node_modules'] })) {
    files += 1;
    const source = await readFile(join(rootDir, path), 'utf8');
    const found = [
      ...(/^(apps|domains)\//.test(path) ? faultsOf(path, source) : []),
      ...(/^(tests|tools)\//.test(path) ? [] : nameFaults(path, source)),
      ...testFaults(path, source),
    ];
    faults.push(...found.map((fault) => `  ${path}: ${fault}`));
  }
  if (files === 0) faults.push('  no file was read');
  return { isGood: faults.length === 0, output: faults.sort().join('\n') };
}

const sqlText = /(?<![/.])\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|executeQuery)\(/;
const exported = /^export (async )?(?:function|const|class) \{?\s*(\w+)/gm;

/** What is wrong with one source file, by its path below the root. */
export function faultsOf(path: string, source: string): string[] {
  if (/\.test\.tsx$/.test(path)) return ['Node runs no JSX: a test is a .test.ts'];
  if (/\.test\.ts$|\/testing\//.test(path)) return [];
  const name = basename(path).replace(/\.tsx?$/, '');
  if (name === 'queries') return [];
  const faults = sqlText.test(source) ? ['SQL is built in queries.ts only'] : [];
  if (!path.startsWith('domains/') || name === 'index') return faults;
  return [...faults, ...verbFaults(name, source)];
}

const firstTest = /^(?:await )?(?:test|describe)(?:\.\w+)?\(/m;
const pause = /^await |^(?:export )?(?:const|let) .*= await /m;

/** What is wrong with a file of tests. */
export function testFaults(path: string, source: string): string[] {
  if (!path.endsWith('.test.ts')) return [];
  const from = source.search(firstTest);
  if (from === -1 || !pause.test(source.slice(from))) return [];
  return ['awaits between its tests: Node clears up after the file in such a pause'];
}

/** In a domain, what is exported and async is a verb; a file holds one verb and nothing beside it, and is named after it. */
function verbFaults(fileName: string, source: string): string[] {
  const names = [...source.matchAll(exported)].map(([, isAsync, name = '']) => ({
    name,
    isVerb: isAsync !== undefined,
  }));
  const verb = names.find(({ isVerb }) => isVerb);
  if (!verb) return [];
  const faults: string[] = [];
  if (kebab(verb.name) !== fileName) faults.push(`the verb ${verb.name} lives in ${kebab(verb.name)}.ts`);
  const others = names.filter((one) => one !== verb).map((one) => one.name);
  if (others.length > 0) faults.push(`beside the verb ${verb.name} it exports ${others.join(', ')}`);
  return faults;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
