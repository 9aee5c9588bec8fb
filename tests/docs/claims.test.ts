import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsIn } from './claims.ts';

const page = `# Kiosk

It runs \`npm start\` and answers at http://localhost:8080/a?b=1. See [decision 9](decisions/0009.md).

| Customary | Here |
| --- | --- |
| \`/docs\` for 9 people | \`/openapi.json\` for 3 \\| 4 |

As in \`contracts/kiosk.ts\`:

\`\`\`ts
const kiosk = 7;
\`\`\`

<!-- generated: services -->
There are 5 of \`them\`.
<!-- /generated -->

<!-- 12 monkeys --> p99 on x64
`;

test('a page is read for code, blocks, addresses and figures, each with its line', () => {
  assert.deepEqual(
    claimsIn('kiosk.md', page).map(({ line, kind, text }) => [line, kind, text.trim()]),
    [
      [3, 'code', 'npm start'],
      [3, 'address', 'http://localhost:8080/a?b=1'],
      [3, 'figures', 'It runs  …  and answers at  … . See [decision 9].'],
      [7, 'code', '/openapi.json'],
      [7, 'figures', '…  for 3 \\| 4'],
      [9, 'code', 'contracts/kiosk.ts'],
      [11, 'block', 'const kiosk = 7;'],
      [16, 'code', 'them'],
    ],
  );
});

test('a block knows its language, and the file that was named before it', () => {
  const block = claimsIn('kiosk.md', page).find(({ kind }) => kind === 'block');
  assert.deepEqual([block?.language, block?.about], ['ts', 'contracts/kiosk.ts']);
});
