/** Puts the cursor into the field of this name, as it is called on the wire. */
export function focusField(field: string): void {
  document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus();
}
