import { type Html, html } from './html.ts';

export interface Field {
  name: string;
  label: string;
  help?: string;
  value?: string | undefined;
  error?: string | undefined;
  type?: 'text' | 'email';
  autocomplete: string;
  maxLength: number;
  optional?: boolean;
  /** More than one makes a text area. */
  rows?: number;
}

/** Label above, help below it, the error beside the control and tied to it. The control's id is its name. */
export function field(of: Field): Html {
  return html`<div class="field">
    <label class="label" for="${of.name}">${of.label}${of.optional && html` <span class="help">(optional)</span>`}</label>
    ${of.help && html`<p class="help" id="${of.name}-help">${of.help}</p>`}
    ${control(of)}
    ${of.error && html`<p class="field-error" id="${of.name}-error">${of.error}</p>`}
  </div>`;
}

function control(of: Field): Html {
  const shared = html`class="input" id="${of.name}" name="${of.name}" maxlength="${of.maxLength}"
    autocomplete="${of.autocomplete}"${!of.optional && html` required`}${describedBy(of)}`;
  if ((of.rows ?? 1) > 1)
    return html`<textarea ${shared} rows="${of.rows}">
${of.value}</textarea>`;
  return html`<input ${shared} type="${of.type ?? 'text'}" value="${of.value}">`;
}

function describedBy(of: Field): Html {
  const ids = [of.error && `${of.name}-error`, of.help && `${of.name}-help`].filter(Boolean).join(' ');
  return html`${of.error && html` aria-invalid="true"`}${ids && html` aria-describedby="${ids}"`}`;
}
