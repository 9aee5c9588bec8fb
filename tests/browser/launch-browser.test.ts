import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readBrowserConfig } from './config.ts';
import { launchBrowser } from './launch-browser.ts';
import { packagedChromium } from './packaged-chromium.ts';

let unpackDir: string;
before(async () => {
  unpackDir = await mkdtemp(join(tmpdir(), 'octo-browser-'));
});
after(() => rm(unpackDir, { recursive: true }));

const skip = process.platform !== 'linux' || process.arch !== 'x64' ? 'no packaged browser for this machine' : false;

test('a browser starts where none was unpacked before', { skip }, async () => {
  const browser = await launchBrowser({ chromiumPath: undefined, unpackDir });
  const page = await browser.newPage();
  await page.setContent('<h1>Hello</h1>');
  assert.equal(await page.locator('h1').textContent(), 'Hello');
  await browser.close();
});

test('it brings the libraries that a bare machine lacks', { skip }, async () => {
  const libraries = (await packagedChromium(unpackDir))?.env.LD_LIBRARY_PATH ?? '';
  for (const name of ['libnss3.so', 'libnspr4.so', 'libnssutil3.so'])
    assert.ok(existsSync(join(libraries, name)), name);
});

test('an installed one goes first', async () => {
  const config = readBrowserConfig({ CHROMIUM_PATH: '/opt/my/chromium' });
  await assert.rejects(launchBrowser(config), /\/opt\/my\/chromium/);
});
