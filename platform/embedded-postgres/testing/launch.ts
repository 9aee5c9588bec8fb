import { startEmbeddedPostgres } from '../start.ts';

// A launcher that a test can kill: says where the server is and then only lives.
const [dataDir = '', password = ''] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, password, durable: false });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
const { pid, port } = server;
process.stdout.write(`${JSON.stringify({ pid, port, uid: process.getuid?.() })}\n`);
