import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { phone } from '../shop/visitor.ts';
import { accessibilityFaults } from './accessibility.ts';
import { inspectPage } from './inspect-page.ts';
import { sidewaysOverflow } from './overflow.ts';
import { smallTargets } from './targets.ts';

const browser = await launchBrowser();
after(() => browser.close());

async function pageOf(main: string) {
  const page = await browser.newPage({ viewport: phone });
  await page.setContent(`<!doctype html><html lang="en"><head><title>Page</title>
    <meta name="viewport" content="width=device-width"><style>.large { display: inline-block; padding: 20px; }</style>
    </head><body><main><h1>Page</h1>${main}</main></body></html>`);
  return page;
}

test('a page without a fault passes', async () => {
  await inspectPage(
    await pageOf('<p>Read <a href="#a">the whole story</a> first.</p><a class="large" href="#b">Go</a>'),
  );
});

test('a picture without a text is found', async () => {
  const faults = await accessibilityFaults(await pageOf('<img src="data:," width="9" height="9">'));
  assert.match(faults.join(), /^image-alt/);
});

test('pale text is found, in the dark only where it is pale in the dark', async () => {
  const page = await pageOf('<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style><p>Some text</p>');
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.match((await accessibilityFaults(page)).join(), /^color-contrast/);
  await assert.rejects(inspectPage(page), /390 px, dark: color-contrast/);
});

test('what sticks out of the page is found', async () => {
  const page = await pageOf('<div class="banner" style="width: 500px">Wide</div>');
  assert.deepEqual(await sidewaysOverflow(page), ['508 px wide: div.banner']);
});

for (const [name, control, isFault] of [
  ['a small button', '<button>x</button>', true],
  ['a flat link', '<a href="#a" style="display: block">A link on a line of its own</a>', true],
  ['a bare check box', '<input type="checkbox" aria-label="Yes">', true],
  ['a large button', '<button class="large">Buy it now</button>', false],
  ['a check box in a large label', '<label class="large"><input type="checkbox"> I agree</label>', false],
  ['a link inside a text', '<p>Read <a href="#a">this</a> first.</p>', false],
  [
    'a small link that is stretched over its card',
    '<div style="position: relative; padding: 30px"><a href="#a">A<span style="position: absolute; inset: 0"></span></a></div>',
    false,
  ],
] as const) {
  test(`${name} is ${isFault ? '' : 'not '}found to be too small for a thumb`, async () => {
    const faults = await smallTargets(await pageOf(control));
    assert.equal(faults.length, isFault ? 1 : 0, faults.join());
  });
}
