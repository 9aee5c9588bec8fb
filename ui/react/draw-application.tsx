import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shareStyleNonce } from './style-nonce.ts';

/** Draws it into the place that the document has for it. */
export function drawApplication(application: ReactNode): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no place for the application.');
  shareStyleNonce();
  createRoot(root).render(<StrictMode>{application}</StrictMode>);
}
