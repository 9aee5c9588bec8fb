import { readProcessConfig } from './config.ts';
import { runTests } from './test/run-tests.ts';
import { listTestFiles, selectFiles } from './test/select-files.ts';

const config = readProcessConfig();
const updateFlag = '--update-golden';
const isUpdating = process.argv.includes(updateFlag);
const selections = process.argv.slice(2).filter((argument) => argument !== updateFlag);
if (isUpdating && selections.length > 0) {
  console.error(`${updateFlag} writes what the whole run has shown: leave the selection out`);
  process.exit(2);
}
const files = selectFiles(await listTestFiles(config.rootDir), selections);
process.exit(await runTests({ config, files, isComplete: selections.length === 0, isUpdating }));
