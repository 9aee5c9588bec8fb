// Loaded before a measured server: tells its parent, over the channel, how much CPU it has used.
import { cpuUsage } from 'node:process';

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('ask' in message) || message.ask !== 'cpu') return;
  const { user, system } = cpuUsage();
  process.send?.({ answer: user + system });
});
process.channel?.unref();
