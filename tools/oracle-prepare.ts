import { thisPlace } from './oracle-prepare/config.ts';
import { runOraclePrepare } from './oracle-prepare/run.ts';

process.exit(await runOraclePrepare({ ...thisPlace(), args: process.argv.slice(2), say: console.log }));
