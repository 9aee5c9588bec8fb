import assert from 'node:assert/strict';
import { test } from 'node:test';
import { services } from '../start/services.ts';
import { withSections } from './sections.ts';

const page = `Before
<!-- generated: services -->
old
<!-- /generated -->
after`;

test('what stands between the marks is written anew, and nothing else', () => {
  const written = withSections('kiosk.md', page);
  assert.match(written, /^Before\n<!-- generated: services -->\n\n\| What \|/);
  assert.match(written, /\|\n\n<!-- \/generated -->\nafter$/);
  for (const { title, port } of services) assert.ok(written.includes(`| ${title} | \`http://localhost:${port}`));
  assert.equal(withSections('kiosk.md', written), written);
});

test('a section that nobody makes is refused', () => {
  assert.throws(() => withSections('kiosk.md', page.replace('services', 'zeppelins')), /kiosk\.md wants .*zeppelins/);
});
