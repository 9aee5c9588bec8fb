import { createInterface } from 'node:readline/promises';
import { readProcessConfig } from './config.ts';
import { resetDatabase } from './db/reset-database.ts';

const isForced = process.argv.includes('--yes');
process.exit(await resetDatabase({ config: readProcessConfig(), isAgreed, say: console.log }));

async function isAgreed(question: string): Promise<boolean> {
  if (isForced) return true;
  if (!process.stdin.isTTY) {
    console.log('Nobody can be asked here. Scripts say: npm run db:reset -- --yes');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question).catch(() => '');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
