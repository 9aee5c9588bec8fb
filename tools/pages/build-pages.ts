// A process of its own, started by ensurePages: node build-pages.ts <root of the repository> <app> <folder to write>
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'vite';
import { viteConfig } from './vite-config.ts';

const compress = promisify(brotliCompress);
const compressible = '**/*.{js,css,svg}';

const [rootDir = '', app = '', outDir = ''] = process.argv.slice(2);
await build(viteConfig(rootDir, app, outDir)).catch((error) => {
  console.error(stripVTControlCharacters(error.message).trim());
  process.exit(1);
});
const writing: Promise<void>[] = [];
for await (const file of glob(compressible, { cwd: outDir })) writing.push(writeCompressed(join(outDir, file)));
await Promise.all(writing);

/** Lays the file's compressed form beside it. */
async function writeCompressed(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await compress(content, { params }));
}
