import { readProcessConfig } from './config.ts';
import { runFaultCommand } from './fault/run-fault-command.ts';

process.exit(await runFaultCommand({ config: readProcessConfig(), args: process.argv.slice(2), say: console.log }));
