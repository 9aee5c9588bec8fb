const content = Symbol('html');

/** Markup that is safe to send: made by `html` or vouched for by `raw`. The symbol keeps parsed JSON from posing as one. */
export interface Html {
  readonly [content]: string;
}

export type Renderable = Html | string | number | false | null | undefined | readonly Renderable[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function toMarkup(value: Renderable): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(toMarkup).join('');
  return value[content];
}

function isList(value: Html | readonly Renderable[]): value is readonly Renderable[] {
  return Array.isArray(value);
}

/** Markup from a template. Nested `Html` and arrays pass, nothing-values vanish, everything else is escaped; attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: Renderable[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += toMarkup(value) + (strings[index + 1] ?? '');
  });
  return raw(markup);
}

/** Takes text as markup unchanged. Only for markup that no visitor or operator can influence. */
export function raw(trusted: string): Html {
  return { [content]: trusted };
}

export function render(markup: Html): string {
  return markup[content];
}
