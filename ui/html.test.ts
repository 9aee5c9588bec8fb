import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, type Renderable, raw, render } from './html.ts';

const hostile = `<script>alert('1')</script>"&`;
const escaped = '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;';

test('hostile text in an element is shown as text', () => {
  assert.equal(render(html`<p>${hostile}</p>`), `<p>${escaped}</p>`);
});

test('hostile text cannot leave an attribute', () => {
  assert.equal(render(html`<a title="${'" onclick="x'}">`), '<a title="&quot; onclick=&quot;x">');
  assert.equal(render(html`<a title='${"' onclick='x"}'>`), "<a title='&#39; onclick=&#39;x'>");
});

test('nested markup and lists pass once, text inside them is escaped once', () => {
  const items = [hostile, 'b'].map((text) => html`<li>${text}</li>`);
  assert.equal(render(html`<ul>${items}</ul>`), `<ul><li>${escaped}</li><li>b</li></ul>`);
  assert.equal(render(html`${['<', ['>', html`<b>${'&'}</b>`]]}`), '&lt;&gt;<b>&amp;</b>');
});

test('undefined, null and false render nothing, zero and the empty string render themselves', () => {
  assert.equal(render(html`[${undefined}${null}${false}${[]}${''}${0}]`), '[0]');
});

test('only raw markup passes unescaped', () => {
  assert.equal(render(html`${raw('<br>')}${'<br>'}`), '<br>&lt;br&gt;');
});

test('an object that looks like markup but was parsed from JSON renders none of its text', () => {
  const forged: Renderable = JSON.parse('{"content":"<b>","html":"<b>","Symbol(html)":"<b>"}');
  assert.doesNotMatch(render(html`${forged}`), /<b>/);
});

test('templates with several values keep their order', () => {
  assert.equal(render(html`${1}-${'2'}-${html`<i>3</i>`}`), '1-2-<i>3</i>');
});
