import { chmod, glob, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stopPostmasterOf } from '@octo/platform/embedded-postgres/postmaster.ts';
import { isRecord, readJsonFile, writeJsonFile } from '../start/files.ts';
import { processIdentity } from '../start/process-identity.ts';

/** A folder of one test run, gone at its end with every database that was left in it. */
export interface RunDir extends AsyncDisposable {
  readonly databaseDir: string;
  /** Where test processes may leave records for the end of the run. */
  readonly recordsDir: string;
  /** Their folder for temporary files. */
  readonly tempDir: string;
  /** What a process compiled is kept here for those after it. */
  readonly compiledDir: string;
}

const prefix = 'octo-test-';

export async function makeRunDir(parent = tmpdir()): Promise<RunDir> {
  await removeAbandoned(parent);
  const dir = await mkdtemp(join(parent, prefix));
  // Tests that shed root have to pass through.
  await chmod(dir, 0o755);
  await writeJsonFile(join(dir, 'owner.json'), { pid: process.pid, identity: await processIdentity(process.pid) });
  const [recordsDir, tempDir] = [join(dir, 'records'), join(dir, 'tmp')];
  await Promise.all([mkdir(recordsDir), mkdir(tempDir)]);
  return {
    databaseDir: join(dir, 'postgres'),
    recordsDir,
    tempDir,
    compiledDir: join(dir, 'compiled'),
    [Symbol.asyncDispose]: () => removeRunDir(dir),
  };
}

/** Folders of runs that were killed before they could clean up. */
async function removeAbandoned(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const dir of names.map((name) => join(parent, name))) {
    const owner = await readJsonFile(join(dir, 'owner.json')).catch(() => undefined);
    if (!isRecord(owner) || typeof owner.pid !== 'number' || (await stat(dir)).uid !== process.getuid?.()) continue;
    if ((await processIdentity(owner.pid)) !== owner.identity) await removeRunDir(dir);
  }
}

async function removeRunDir(dir: string): Promise<void> {
  for await (const file of glob('**/postmaster.pid', { cwd: dir })) await stopPostmasterOf(dirname(join(dir, file)));
  await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
