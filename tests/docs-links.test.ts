import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const rootDir = dirname(import.meta.dirname);

test('every relative link and picture of a Markdown file leads somewhere', async () => {
  const broken: string[] = [];
  let links = 0;
  for await (const file of glob(['*.md', '{apps,contracts,database,docs,domains,platform,tools,ui}/**/*.md'], {
    cwd: rootDir,
    exclude: ['**/node_modules'],
  })) {
    const { targets, text } = linksOf(await readFile(join(rootDir, file), 'utf8'));
    for (const target of targets) {
      links += 1;
      const [path = '', anchor] = target.split('#', 2);
      const found = path === '' ? join(rootDir, file) : join(rootDir, dirname(file), path);
      if (!existsSync(found)) broken.push(`${file} → ${target}`);
      else if (anchor && path === '' && !headingsOf(text).has(anchor)) broken.push(`${file} → ${target}`);
    }
  }
  assert.ok(links > 10, 'the links were found');
  assert.deepEqual(broken, []);
});

function linksOf(text: string): { targets: string[]; text: string } {
  const prose = text.replace(/^```.*?^```/gms, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return { targets: targets.filter((target) => !/^[a-z]+:/.test(target)), text: prose };
}

function headingsOf(text: string): Set<string> {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase());
  return new Set(titles.map((title) => title.replace(/[^\w\- ]/g, '').replaceAll(' ', '-')));
}
