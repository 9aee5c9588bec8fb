import { readProcessConfig } from './config.ts';
import { runTests } from './test/run-tests.ts';
import { listTestFiles, selectFiles } from './test/select-files.ts';

const config = readProcessConfig();
const journeys = (await listTestFiles(config.rootDir)).filter((file) => file.startsWith('tests/e2e/'));
process.exit(await runTests({ config, files: selectFiles(journeys, process.argv.slice(2)), isComplete: false }));
