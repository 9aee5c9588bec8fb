import { startRum } from './rum.ts';

startRum();
