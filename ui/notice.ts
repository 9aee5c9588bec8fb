import { type Html, html, type Renderable } from './html.ts';

export type Tone = 'good' | 'info' | 'warn' | 'bad';

export interface Notice {
  tone: Tone;
  text: string;
}

/** A message in the flow of the page; what went wrong interrupts a screen reader, the rest waits its turn. */
export function noticeBox(tone: Tone, content: Renderable): Html {
  return html`<div class="notice notice-${tone}" role="${tone === 'bad' ? 'alert' : 'status'}">${content}</div>`;
}

export function noticeOf(notice: Notice | undefined): Html | undefined {
  return notice && noticeBox(notice.tone, html`<p>${notice.text}</p>`);
}
