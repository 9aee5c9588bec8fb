import { execFile } from 'node:child_process';
import { chown, lchown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How the PostgreSQL programs are run: directly, or behind a command that sheds root. */
export interface RunAs {
  readonly name: string;
  readonly prefix: readonly string[];
  /** The user and group that must own the data; undefined keeps whoever made it. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** PostgreSQL inherits nothing of the person's environment: no PGDATA, PGPORT or locale can change what it does. */
export const postgresEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

const nobody = { uid: 65534, gid: 65534 };
const root = { uid: 0, gid: 0 };

/** The ways worth trying, best first. PostgreSQL refuses to run as root, so root needs a way to be somebody else. */
export function waysToRun(uid: number, dataOwner: { uid: number; gid: number } | undefined): RunAs[] {
  if (uid !== 0) return [{ name: 'directly', prefix: [] }];
  const userNamespace = {
    name: 'unshare',
    prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
    owner: root,
  };
  if (dataOwner === undefined || dataOwner.uid === 0) return [userNamespace, setpriv(nobody)];
  return dataOwner.uid === nobody.uid ? [setpriv(nobody), userNamespace] : [setpriv(dataOwner)];
}

function setpriv(owner: { uid: number; gid: number }): RunAs {
  // PostgreSQL asks access(2), which drops ambient capabilities unless the secure bit is set.
  const capabilities = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  const prefix = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...capabilities];
  return { name: `setpriv as user ${owner.uid}`, prefix, owner };
}

/** Tries each way with a harmless command and returns the first that can run `postgres` and write beside the data. */
export async function chooseRunAs(dataDir: string, postgres: string, uid = process.getuid?.() ?? -1): Promise<RunAs> {
  const dataOwner = await ownerOf(dataDir);
  const refusals: string[] = [];
  for (const way of waysToRun(uid, dataOwner)) {
    const refusal = await probe(way, dirname(dataDir), postgres);
    if (refusal === undefined) return way;
    refusals.push(`  ${way.name}: ${refusal}`);
  }
  const who =
    uid === 0 ? 'PostgreSQL does not run as root, and no way to shed root worked here' : 'PostgreSQL cannot run here';
  const advice = 'Start as a plain user, or set DATABASE_URL to a PostgreSQL server of your own.';
  throw new Error(`${who}:\n${refusals.join('\n')}\n${advice}`);
}

function probe(way: RunAs, parentDir: string, postgres: string): Promise<string | undefined> {
  const script = '[ -w "$1" ] || { echo "cannot write in $1" >&2; exit 1; }; exec "$2" --version';
  const [command = 'sh', ...args] = [...way.prefix, 'sh', '-c', script, 'sh', parentDir, postgres];
  return new Promise((resolve) => {
    execFile(command, args, { env: postgresEnvironment, timeout: 10_000 }, (error, _stdout, stderr) => {
      resolve(error ? stderr.trim() || error.message : undefined);
    });
  });
}

/** Hands everything in `dir` to the user that PostgreSQL will be, when it is not theirs already. */
export async function giveTo(runAs: RunAs, dir: string): Promise<void> {
  if (runAs.owner === undefined || (await ownerOf(dir))?.uid === runAs.owner.uid) return;
  const { uid, gid } = runAs.owner;
  const entries = await readdir(dir, { recursive: true });
  for (const entry of entries) await lchown(join(dir, entry), uid, gid);
  await chown(dir, uid, gid);
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
