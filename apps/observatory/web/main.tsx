import '@octo/ui/react/styles/main.css';
import { drawApplication } from '@octo/ui/react/draw-application.tsx';
import { App } from './app.tsx';

drawApplication(<App />);
