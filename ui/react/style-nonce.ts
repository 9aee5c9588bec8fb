/** What the server lets the styles through with that libraries write while the page runs; a new one with every page. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** A library below Mantine, which holds the page still under a dialog, looks for it under this name. */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce });
}
