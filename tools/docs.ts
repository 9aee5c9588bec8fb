import { readProcessConfig } from './config.ts';
import { generatedDocs, staleDocs, writeDocs } from './docs/generated-docs.ts';
import { writeSchemaDocs } from './docs/schema-docs.ts';

const config = readProcessConfig();
const docs = await generatedDocs(config.rootDir);

// What follows from the migrations needs a database and is checked by a test.
if (process.argv.includes('--check')) {
  const stale = await staleDocs(config.rootDir, docs);
  for (const path of stale) console.log(`${path} is out of date: run \`npm run docs\``);
  process.exit(stale.length === 0 ? 0 : 1);
}

await writeDocs(config.rootDir, docs);
await writeSchemaDocs(config);
console.log(`Written: ${[...docs.keys()].join(', ')}, docs/data-model.md, database/tables.ts`);
