import { templateOf } from './template.ts';

const controls =
  '[data-rum-name],a[href],button,summary,select,input,textarea,[role="button"],[role="link"],[role="tab"],[role="option"],[role^="menuitem"],[role="row"]';

/** The control that an element belongs to; undefined for what is none. */
export function controlAt(target: EventTarget | null): Element | undefined {
  return target instanceof Element ? (target.closest(controls) ?? undefined) : undefined;
}

/** What a control is, never what it says: its own name for this, else its role and where it leads. */
export function nameOfControl(control: Element, page: string): string {
  const named = control.closest('[data-rum-name]')?.getAttribute('data-rum-name');
  return named ?? `${roleOf(control)} ${leadsTo(control) ?? page}`;
}

export function nameOfForm(form: HTMLFormElement): string {
  return form.getAttribute('data-rum-name') ?? `form ${actionOf(form)}`;
}

function roleOf(control: Element): string {
  const role = control.getAttribute('role');
  if (role !== null) return role;
  if (control instanceof HTMLAnchorElement) return 'link';
  if (control instanceof HTMLInputElement) return control.type;
  return control.tagName.toLowerCase();
}

function leadsTo(control: Element): string | undefined {
  if (control instanceof HTMLAnchorElement)
    return control.origin === location.origin ? templateOf(control.pathname) : 'elsewhere';
  const isInForm = control instanceof HTMLButtonElement && control.type === 'submit' && control.form !== null;
  return isInForm && control.form ? actionOf(control.form) : undefined;
}

/** Its attribute: a field called `action` would hide the property. */
function actionOf(form: HTMLFormElement): string {
  return templateOf(new URL(form.getAttribute('action') ?? '', location.href).pathname);
}
