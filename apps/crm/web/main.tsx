import './styles/main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { shareStyleNonce } from './style-nonce.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no place for the application.');
shareStyleNonce();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
