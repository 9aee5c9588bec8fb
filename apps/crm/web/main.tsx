import '@octo/ui/react/styles/main.css';
import { drawApplication } from '@octo/ui/react/draw-application.tsx';
import { startRum } from '@octo/ui/rum/client/rum.ts';
import { App } from './app.tsx';

startRum();
drawApplication(<App />);
