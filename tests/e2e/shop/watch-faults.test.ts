import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { watchFaults } from './watch-faults.ts';

const browser = await launchBrowser();
after(() => browser.close());

async function faultsOf(body: string, expected: number[] = []): Promise<string[]> {
  await using context = await browser.newContext();
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/lost') return route.abort('connectionreset');
    if (pathname !== '/') return route.fulfill({ status: 409, contentType: 'text/javascript', body: '' });
    const headers = { 'content-security-policy': "script-src 'self' 'sha256-allowed'", 'content-type': 'text/html' };
    return route.fulfill({ headers, body: `<!doctype html><title>Page</title>${body}` });
  });
  const faults = watchFaults(context);
  for (const status of expected) faults.expect(status);
  const page = await context.newPage();
  await page.goto('http://shop.test/', { waitUntil: 'load' });
  await page.evaluate(() => console.info('the end'));
  return faults.found;
}

test('a page that is at peace has no fault', async () => {
  assert.deepEqual(await faultsOf('<h1>Hello</h1>'), []);
});

test('a script that the content security policy refuses is a fault', async () => {
  assert.match((await faultsOf('<script>document.title = 1</script>')).join(), /Content Security Policy/);
});

test('an answer of 409 is a fault, unless it is part of the story', async () => {
  assert.match((await faultsOf('<script src="/taken"></script>')).join(), /\/taken answered 409/);
  assert.deepEqual(await faultsOf('<script src="/taken"></script>', [409]), []);
});

test('a request that gets no answer is a fault', async () => {
  assert.match((await faultsOf('<script src="/lost"></script>')).join(), /\/lost failed/);
});
