import { boundaries } from './check/boundaries.ts';
import { houseRules } from './check/house-rules.ts';
import { runCommand } from './check/run-command.ts';
import { readProcessConfig } from './config.ts';

interface Step {
  readonly name: string;
  run(): Promise<{ readonly isGood: boolean; readonly output: string }>;
}

const { rootDir } = readProcessConfig();
const node = (script: string, ...args: string[]) => runCommand(process.execPath, [script, ...args], rootDir);

const steps: readonly Step[] = [
  { name: 'format and lint', run: () => node('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off') },
  { name: 'types', run: () => node('node_modules/typescript/bin/tsc', '-p', '.') },
  { name: 'boundaries', run: () => boundaries(rootDir) },
  { name: 'house rules', run: () => houseRules(rootDir) },
  { name: 'generated docs', run: () => node('tools/docs.ts', '--check') },
];

// All at once for speed, reported in order.
const running = steps.map((step) => ({ name: step.name, result: step.run() }));
let failed = 0;
for (const { name, result } of running) {
  const { isGood, output } = await result;
  console.log(`${isGood ? '✓' : '✗'} ${name}`);
  if (!isGood) console.log(`${output.trim()}\n`);
  failed += isGood ? 0 : 1;
}
console.log(failed === 0 ? '\nAll checks passed.' : `\n${failed} of ${steps.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
