import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyPage } from './testing/every-page.ts';
import { hostile } from './testing/views.ts';

const hostilePages = everyPage(hostile);
const plainPages = everyPage('Skydio X10');

/** Every start tag with its attributes, as a browser would read them. */
function tagsOf(page: string): { name: string; attributes: Map<string, string> }[] {
  return [...page.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: new Map(
        [...attributes.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g)].map(
          ([, key = '', double, single, bare]) => [key, double ?? single ?? bare ?? ''],
        ),
      ),
    }),
  );
}

function attributeValues(page: string, attribute: string): string[] {
  return tagsOf(page).flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

for (const [name, page] of hostilePages) {
  test(`${name}: hostile text is shown as text`, () => {
    assert.ok(page.includes('&lt;x-hostile'), 'the page shows none of it');
    assert.doesNotMatch(page, /<x-hostile/);
    assert.ok(!tagsOf(page).some(({ attributes }) => attributes.has('onload')));
    assert.equal(page.match(/<\/title>/g)?.length, 1);
  });
}

for (const [name, page] of plainPages) {
  test(`${name}: nothing inline that the content security policy would refuse`, () => {
    const tags = tagsOf(page);
    assert.ok(tags.length > 30);
    for (const tag of tags) {
      assert.notEqual(tag.name, 'style');
      if (tag.name === 'script') assert.match(tag.attributes.get('src') ?? '', /^\/assets\//);
      for (const key of tag.attributes.keys()) assert.doesNotMatch(key, /^(on\w+|style|nonce)$/i);
    }
    assert.doesNotMatch(page, /javascript:/i);
  });

  test(`${name}: one first heading, and no level is skipped`, () => {
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(' '));
  });

  test(`${name}: pictures keep their place and say what they show`, () => {
    const pictures = tagsOf(page).filter((tag) => tag.name === 'img');
    assert.ok(pictures.length > 0);
    for (const { attributes } of pictures) {
      for (const key of ['width', 'height', 'alt', 'src']) assert.ok(attributes.has(key), key);
    }
  });

  test(`${name}: ids are unique, and what points to one finds it`, () => {
    const ids = attributeValues(page, 'id');
    assert.deepEqual(ids, [...new Set(ids)]);
    const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((attribute) =>
      attributeValues(page, attribute).flatMap((value) => value.split(' ')),
    );
    const anchors = attributeValues(page, 'href').filter((href) => href.startsWith('#'));
    for (const id of [...references, ...anchors.map((href) => href.slice(1))]) assert.ok(ids.includes(id), id);
  });

  test(`${name}: has its landmarks and a way past the header`, () => {
    const tags = tagsOf(page).map((tag) => tag.name);
    for (const landmark of ['header', 'main', 'footer']) {
      assert.equal(tags.filter((tag) => tag === landmark).length, 1, landmark);
    }
    assert.ok(page.indexOf('class="skip" href="#main"') < page.indexOf('<header'));
  });
}
