import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsIn } from './claims.ts';
import { gatherFacts } from './facts.ts';
import { faultOf } from './verify.ts';

const facts = await gatherFacts();

/** What is wrong with a page of this one line or block. */
async function faultsOf(markdown: string): Promise<string> {
  const faults = await Promise.all(claimsIn('planted.md', markdown).map((claim) => faultOf(claim, facts)));
  return faults.filter((fault) => fault !== undefined).join('\n');
}

const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
const excerpt = (text: string) => `From \`contracts/cart.ts\`:\n${block('ts', text)}`;

const planted: readonly [string, string, RegExp][] = [
  ['a script that is not there', 'Run `npm run launch`.', /no script "launch"/],
  ['a script without run', 'Run `npm docs`.', /npm wants "npm run docs"/],
  ['a selection that finds nothing', 'Run `npm test zeppelin`.', /finds no test/],
  ['an option that a script lacks', 'Run `npm test -- --faster`.', /does not know "--faster"/],
  ['a program that nobody tries', 'Run `curl http://localhost:8080`.', /nobody tries "curl"/],
  ['a setting of a command', 'Run `SHOP_DOOR=1 npm start`.', /SHOP_DOOR is no setting/],
  ['a setting', 'Set `SHOP_DOOR`.', /SHOP_DOOR is no setting/],
  ['the file of a setting that is no secret', 'Set `SHOP_SLUG_FILE`.', /SHOP_SLUG_FILE is no setting/],
  ['an endpoint', 'Ask `GET /api/zeppelins/{id}`.', /no contract has the endpoint/],
  ['a path', 'Look into `domains/zeppelins/index.ts`.', /there is no domains\/zeppelins/],
  ['a path with a placeholder', 'Look into `domains/<domain>/zeppelin.ts`.', /there is no domains/],
  ['a name', 'It calls `inflateZeppelin(ctx)`.', /no code knows "inflateZeppelin"/],
  ['a header', 'It sends `X-Zeppelin-Id`.', /no code knows/],
  ['code with nothing to look up', 'It is `!?`.', /can be looked up/],
  ['a port', 'Open http://localhost:8099.', /no service listens on port 8099/],
  ['a count', 'The seed has 53 products.', /it says "53 products", and it is \d+/],
  ['a figure that nobody knows', 'It has 17 propellers.', /nobody looks 17 up/],
  ['a language that nobody checks', block('', 'anything'), /nobody checks a block of ""/],
  [
    'a command in a block',
    block('sh', 'git clone <this> octo && npm run launch'),
    /planted.md:1: .* no script "launch"/,
  ],
  ['an excerpt that the file lacks', excerpt('export const zeppelin = 1;'), /contracts\/cart.ts does not say/],
  ['excerpts in the wrong order', excerpt('PATCH\n…\nexport const getCart'), /does not say/],
  ['an excerpt of no file', block('ts', 'const a = 1;'), /name the file/],
  ['a setting in a block', block('env', 'SHOP_DOOR=1'), /SHOP_DOOR is no setting/],
  ['a value that a setting refuses', block('env', 'LOG_LEVEL=loud'), /LOG_LEVEL must be one of/],
];

for (const [what, markdown, fault] of planted) {
  test(`${what} is found`, async () => assert.match(await faultsOf(markdown), fault));
}

test('what is true passes', async () => {
  const truth = [
    'Run `npm test cart`, `npm run db:reset -- --yes` or `OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 npm start`.',
    'Set `DATABASE_URL_FILE`; see `domains/<domain>/index.ts`, `apps/shop/`, `GET /api/products/{id}`.',
    'It calls `changeCartItem(ctx, input)` and answers 404 with `Retry-After` at http://localhost:8080/cart since 2026-11-22.',
    excerpt('export const changeCartItem = endpoint({\n  …\n  body: Type.Object({ quantity: Quantity'),
    block('env', 'LOG_LEVEL=warn\nOTEL_EXPORTER_OTLP_ENDPOINT=https://<id>.example.com'),
  ].join('\n\n');
  assert.equal(await faultsOf(truth), '');
});
