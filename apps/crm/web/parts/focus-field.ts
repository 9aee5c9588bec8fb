/** Puts the cursor into the field of this name: @mantine/form marks its inputs with it, others carry it as their name. */
export function focusField(field: string): void {
  const name = CSS.escape(field);
  document.querySelector<HTMLElement>(`[data-path="${name}"], [name="${name}"]`)?.focus();
}
