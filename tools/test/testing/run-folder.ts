import { runFiles } from '../run-files.ts';
import { sumOf } from '../tally.ts';

// A runner outside of the runner that tests it: node:test does nothing inside of itself.
const [rootDir = '', ...files] = process.argv.slice(2);
const signal = new AbortController().signal;
const tallies = await runFiles({
  rootDir,
  files,
  concurrency: 2,
  environment: { GIVEN: 'value' },
  signal,
  say: console.log,
});
console.log(JSON.stringify(sumOf(tallies)));
