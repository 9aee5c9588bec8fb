import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Claim, claimsIn } from './claims.ts';

const rootDir = join(import.meta.dirname, '..', '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/*.md'];
/** Written as a whole by `npm run docs`; that they are true is seen by `npm run check` and by the test of the schema. */
const generated = ['docs/configuration.md', 'docs/telemetry.md', 'docs/data-model.md'];
/** What was measured stands beside the commands that measure it. */
const measured = 'docs/performance.md';

/** The claims of every page that is written by hand. */
export async function readClaims(): Promise<Claim[]> {
  const claims: Claim[] = [];
  for await (const page of glob(pages, { cwd: rootDir })) {
    if (generated.includes(page)) continue;
    const found = claimsIn(page, await readFile(join(rootDir, page), 'utf8'));
    claims.push(...found.filter(({ kind }) => page !== measured || kind !== 'figures'));
  }
  return claims;
}
