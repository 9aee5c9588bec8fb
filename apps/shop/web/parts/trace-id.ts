import { type Html, html } from '@octo/ui/html.ts';

/** Copies `text`; `what` says to a screen reader what will be in the clipboard. */
export function copyButton(text: string, what: string): Html {
  return html`<button class="button button-text with-script" type="button" data-copy="${text}">Copy<span
    class="visually-hidden"> ${what}</span></button>`;
}

export function traceId(id: string): Html {
  return html`<div class="trace-id">
    <p class="label">Trace id</p>
    <p class="trace-id-value"><code>${id}</code> ${copyButton(id, 'trace id')}</p>
    <p class="help">If something looks wrong, tell us this number: with it we find exactly what happened here.</p>
  </div>`;
}
