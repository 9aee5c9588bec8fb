import { listen } from '@octo/platform/http/listen.ts';
import { createCrmApp } from '../../apps/crm/app.ts';
import { readProcessConfig } from '../../apps/crm/config.ts';
import { createCrm } from '../../apps/crm/context.ts';
import { currentTraceId } from './parts/current-trace-id.ts';
import { aroundEveryStep } from './parts/steps.ts';

// A CRM that kills itself when the database has confirmed so many messages, before a word of that leaves the process. Its
// argument is that number. Messages of which it hears again count, too.
const lastMessage = Number(process.argv[2]);

const config = readProcessConfig();
const app = await createCrmApp(createCrm(config));

/** Traces in which a message was received and not committed yet. */
const receiving = new Set<string>();
let committed = 0;

aroundEveryStep(async (name, run) => {
  const traceId = currentTraceId() ?? '';
  const result = await run();
  if (name === 'messaging.insertReceipt') receiving.add(traceId);
  if (name !== 'commit' || !receiving.delete(traceId)) return result;
  committed += 1;
  if (committed === lastMessage) process.kill(process.pid, 'SIGKILL');
  return result;
});

process.on('disconnect', () => process.exit());
process.send?.({ ready: true, url: await listen(app, config.listen) });
