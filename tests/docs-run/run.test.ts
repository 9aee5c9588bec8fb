import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../../tools/check/run-command.ts';
import { services } from '../../tools/start/services.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { localService } from '../docs/addresses.ts';
import type { Claim } from '../docs/claims.ts';
import { isMade, isWebPath } from '../docs/code.ts';
import { commandsIn, executed } from '../docs/commands.ts';
import { readClaims } from '../docs/read-pages.ts';
import { ask } from '../drills/parts/buyer.ts';
import { until } from '../drills/parts/wait.ts';
import { makeClone } from '../e2e/platform/make-clone.ts';
import { pressCtrlC, typeScript, typeStart } from '../e2e/platform/start-command.ts';
import { openVisitor } from '../e2e/shop/visitor.ts';
import { buyDrone, findInCrm, openTrace, runQuery } from './five-minutes.ts';

const claims = await readClaims();
const clone = await makeClone();
const platform = await typeStart(clone.dir);

after(async () => {
  pressCtrlC(platform);
  await platform.exited;
  await clone[Symbol.asyncDispose]();
});

test('the start says what the README shows', async () => {
  const readme = await readFile(join(clone.dir, 'README.md'), 'utf8');
  const [, shown] = /```\n(Everything is up\.[\s\S]*?)```/.exec(readme) ?? [];
  const [said = ''] = /Everything is up\.[\s\S]*Ctrl-C\n/.exec(platform.output()) ?? [];
  const withUsualPorts = services.reduce(
    (text, { name, port }) => text.replace(platform.run.urls[name] ?? name, `http://localhost:${port}`),
    said.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:38211'),
  );
  assert.equal(withUsualPorts, shown);
});

test('the first five minutes of the README are as they are told', async () => {
  await using browser = await launchBrowser();
  const { urls } = platform.run;
  await using visitor = await openVisitor(browser, platform.run.shop);
  const { page } = visitor;
  const { orderNumber, traceId } = await buyDrone(page, urls);
  await findInCrm(page, urls, clone.dir, orderNumber);
  assert.equal(await openTrace(page, urls, ['browser', 'octo-drone-shop', 'enterprise-crm-portal']), traceId);
  await runQuery(page, urls);
  await openTrace(page, urls, ['enterprise-crm-portal', 'octo-workflow-gateway']);
});

test('every address of the pages answers, and so do the probes of every service', async () => {
  const named = claims.flatMap(({ text }) => text.match(/http:\/\/localhost:[^\s`<>)|]+/g) ?? []);
  const addresses = named.flatMap((address) => localService(address) ?? []);
  const probes = services.flatMap(({ name }) => ['/health', '/ready', '/openapi.json'].map((path) => ({ name, path })));
  assert.ok(addresses.length > 0, 'the addresses were found');
  const asked = [...addresses, ...probes].map(async ({ name, path }) => [
    `${name} ${path}`,
    await statusOf(name, path),
  ]);
  const failed = (await Promise.all(asked)).filter(([, status]) => status !== 200);
  assert.deepEqual(failed, []);
});

test('every path that the pages name is served', async () => {
  const paths = new Set(codes(isWebPath).filter((path) => !/[<>…{}]/.test(path)));
  const unserved: string[] = [];
  for (const path of paths) {
    const statuses = await Promise.all(services.map(({ name }) => statusOf(name, path)));
    if (!statuses.includes(200)) unserved.push(`${path}: ${statuses}`);
  }
  assert.ok(paths.size > 0, 'the paths were found');
  assert.deepEqual(unserved, []);
});

test('what a start leaves behind is where the pages say, and what is secret is nobody else’s to read', async () => {
  const made = claims.filter(({ kind, text }) => kind === 'code' && isMade.test(text));
  assert.ok(made.length > 0, 'the files were found');
  for (const claim of made) {
    const path = join(clone.dir, claim.text);
    assert.ok(existsSync(path), `${claim.page}:${claim.line}: there is no ${claim.text}`);
    const mode = modeBeside(claim);
    if (mode !== undefined) assert.equal((await stat(path)).mode & 0o777, mode, claim.text);
  }
});

test('what a reader may type while everything runs works', async () => {
  const traceId = (await fetch(platform.run.shop)).headers.get('x-trace-id') ?? '';
  const lines = claims.flatMap(({ kind, language, text }) =>
    kind === 'code' ? [text] : language === 'sh' ? text.split('\n') : [],
  );
  const typed = lines.filter((line) => commandsIn(line).some(({ words }) => executed.has(words[0] ?? '')));
  assert.ok(typed.length > 0, 'the commands were found');
  for (const line of typed) {
    const command = line.replaceAll('<trace id>', traceId);
    assert.doesNotMatch(command, /<[^>]+>/, 'nobody says what this stands for');
    await until(line, async () => (await runCommand('sh', ['-c', command], clone.dir)).isGood);
  }
});

test('when everything has stopped, the commands for the database and the pages do what they say', async () => {
  pressCtrlC(platform);
  assert.equal(await platform.exited, 0);
  for (const script of ['db:migrate', 'docs', 'db:reset']) {
    const agreed = script === 'db:reset' ? ['--yes'] : [];
    await typeScript(clone.dir, script, agreed);
  }
  const [before, now] = await Promise.all(
    [join(import.meta.dirname, '..', '..'), clone.dir].map((dir) => readFile(join(dir, 'README.md'), 'utf8')),
  );
  assert.equal(now, before);
  assert.equal(existsSync(join(clone.dir, '.octo', 'postgres')), false);
});

test('npm run dev starts the same, and restarts what a change touches', async () => {
  const title = 'OCTO Workflow Gateway';
  const dev = await typeStart(clone.dir, {}, 'dev');
  try {
    for (const url of Object.values(dev.run.urls)) assert.equal((await fetch(`${url}/health`)).status, 200, url);
    await until('the watch', () => dev.output().includes('Watching the sources'));
    const source = join(clone.dir, 'apps', 'workflow-gateway', 'app.ts');
    await writeFile(source, (await readFile(source, 'utf8')).replace(title, 'Changed Gateway'));
    await until('the gateway to be the changed one', async () => {
      const described = await ask(`${dev.run.urls.gateway}/openapi.json`).catch(() => undefined);
      return Object(described?.body.info).title === 'Changed Gateway';
    });
    assert.match(dev.output(), /^Changed: apps\/workflow-gateway\/app\.ts$/m);
  } finally {
    pressCtrlC(dev);
  }
  assert.equal(await dev.exited, 0);
});

// The whole of each is long; the smallest part goes the same way.
for (const [script, part, sign] of [
  ['test', 'cart', /^[1-9]\d+ passed, 0 failed$/m],
  ['e2e', 'finding', /^[1-9]\d* passed, 0 failed$/m],
  ['bench', 'ingest', /^\| ingest of the observatory,.* \| \d+ \/s/m],
] as const)
  test(`npm run ${script} runs a part that is named, here ${part}`, async () => {
    assert.match(await typeScript(clone.dir, script, [part]), sign);
  });

function codes(kind: RegExp): string[] {
  return claims.filter((claim) => claim.kind === 'code' && kind.test(claim.text)).map(({ text }) => text);
}

async function statusOf(service: string, path: string): Promise<number> {
  const response = await fetch(`${platform.run.urls[service]}${path}`);
  await response.body?.cancel();
  return response.status;
}

/** What the same line says of a file's mode. */
function modeBeside({ page, line }: Claim): number | undefined {
  const figures = claims.find((claim) => claim.kind === 'figures' && claim.page === page && claim.line === line);
  const [, mode] = /\bmode (0\d+)/.exec(figures?.text ?? '') ?? [];
  return mode === undefined ? undefined : Number.parseInt(mode, 8);
}
