// Runs on any Node from 20 on, before anything is installed: brings Node 24 and the packages, then hands over to tools/<command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = [
  ...['start', 'dev', 'check', 'test', 'test:oracle', 'e2e', 'bench', 'docs'],
  ...['db:migrate', 'db:reset', 'oracle:prepare', 'fault'],
];
const oldestOwnNode = [24, 7];
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

class Problem extends Error {}

async function main([command = '', ...args]) {
  if (!commands.includes(command))
    throw new Problem(`${command ? `Unknown command "${command}". ` : ''}Commands: ${commands.join(', ')}`);
  mkdirSync(join(rootDir, '.octo'), { recursive: true });
  const node = await withInstallLock(rootDir, async () => {
    const runtime = await findRuntime();
    await installPackages(runtime);
    return runtime;
  });
  process.exitCode = await handOver(node, join(rootDir, 'tools', `${command.replace(':', '-')}.ts`), args);
}

/** Node 24 as a package of its own; where none exists for this machine, the Node that runs now has to be new enough. */
async function findRuntime() {
  const name = `node-${process.platform}-${process.arch}`;
  const version = readJson(join(rootDir, 'package.json')).optionalDependencies[name];
  if (!version) return ownNode(`there is no package ${name}`);
  const prefix = join(rootDir, '.octo', 'runtime');
  const packageDir = join(prefix, 'node_modules', name);
  const node = join(packageDir, 'bin', 'node');
  if (!existsSync(node) || readJson(join(packageDir, 'package.json')).version !== version) {
    say(`Fetching Node ${version} for this folder (once) …`);
    mkdirSync(prefix, { recursive: true });
    const status = await npm(process.execPath, [
      'install',
      '--prefix',
      prefix,
      '--no-save',
      '--no-package-lock',
      ...quiet,
      `${name}@${version}`,
    ]);
    if (status !== 0) return ownNode(`npm could not install ${name}@${version} (see above)`);
  }
  if (spawnSync(node, ['--version']).status !== 0) return ownNode(`${node} does not run here (it needs glibc)`);
  return node;
}

function ownNode(reason) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestOwnNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  throw new Problem(`This needs Node ${oldestOwnNode.join('.')} or newer: ${reason}, and this is Node ${process.versions.node}.
Install Node 24 (https://nodejs.org, or "brew install node@24", or "nvm install 24") and run the command again.`);
}

async function installPackages(node) {
  if (isInstalled(rootDir)) return;
  const began = Date.now();
  say('Installing packages as package-lock.json says …');
  rmSync(stampPath(rootDir), { force: true });
  const status = await npm(node, ['ci', '--include=dev', '--include=optional', ...quiet]);
  if (status !== 0)
    throw new Problem(`npm ci did not finish (code ${status}). Read what npm says above, then run the command again.`);
  writeFileSync(stampPath(rootDir), installMark(rootDir));
  say(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function npm(node, args) {
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NODE: node, npm_node_execpath: node };
  return runToEnd(node, [findNpm(), ...args], { stdio: 'inherit', env });
}

/** The npm-cli.js of the npm that this was started with, or of the one on the machine. */
export function findNpm() {
  const given = process.env.npm_execpath ?? '';
  const beside = join(dirname(realpathSync(process.execPath)), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, 'npm'))
    .find(existsSync);
  const found = [basename(given) === 'npm-cli.js' ? given : '', beside, onPath ? realpathSync(onPath) : ''].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Problem('npm was not found. Install npm (it comes with Node) and run "npm start".');
  return found;
}

const stampPath = (dir) => join(dir, 'node_modules', '.octo-installed');

function installMark(dir) {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex');
  return `${lockfile} ${process.platform}-${process.arch}\n`;
}

/** True when the last complete install was of this very lockfile on this kind of machine, by us or by the person's own npm. */
export function isInstalled(dir) {
  if (existsSync(stampPath(dir)) && readFileSync(stampPath(dir), 'utf8') === installMark(dir)) return true;
  if (!matchesLockfile(dir)) return false;
  writeFileSync(stampPath(dir), installMark(dir));
  return true;
}

// npm writes node_modules/.package-lock.json last of all: what stands in it was installed completely.
function matchesLockfile(dir) {
  const hidden = join(dir, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readJson(join(dir, 'package-lock.json')).packages;
  const present = readJson(hidden).packages;
  const isHere = ([path, entry]) =>
    present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && isForThisMachine(entry))
    .every(isHere);
}

function isForThisMachine({ os, cpu, libc, optional, peer }) {
  const fits = (list, value) => !list || list.includes(value);
  if (!fits(os, process.platform) || !fits(cpu, process.arch)) return false;
  return !(libc && process.platform === 'linux' && !libc.includes('glibc')) && !(peer && optional);
}

/** One install at a time: two commands started together must not empty node_modules under each other. */
export async function withInstallLock(dir, work) {
  const path = join(dir, '.octo', 'install.lock');
  for (let waited = 0; !tryLock(path); waited += 1) {
    if (waited === 4) say(`Another command is installing packages here; waiting for it … (if none is, remove ${path})`);
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(readIfThere(path)))) rmSync(path, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function handOver(node, file, args) {
  if (!existsSync(file)) throw new Problem(`${file} does not exist.`);
  // Over the channel the command notices when this process is killed.
  return runToEnd(node, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

// "kill" on npm ends npm and its shell, and tells nobody else.
const parentAtStart = process.ppid;
const isAbandoned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parentAtStart;

/** Waits for the exit code. Ctrl-C reaches the child through the terminal; what reaches only us is passed on as SIGTERM. */
function runToEnd(node, args, options) {
  const child = spawn(node, args, { cwd: rootDir, ...options });
  const passOn = () => child.kill('SIGTERM');
  for (const signal of stopSignals) process.on(signal, passOn);
  const watching = setInterval(() => isAbandoned() && passOn(), 500);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of stopSignals) process.off(each, passOn);
      clearInterval(watching);
      resolve(code ?? 128 + (constants.signals[signal ?? 'SIGKILL'] ?? 0));
    });
  });
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '0');
const say = (line) => process.stdout.write(`${line}\n`);

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error instanceof Problem || error.code ? error.message : error.stack}\n`);
    process.exitCode = 1;
  });
}
