import { createServer } from 'node:http';

// Answers 200 everywhere; GET /die ends it the hard way, GET /env shows what it was given.
const server = createServer((request, response) => {
  if (request.url === '/die') {
    console.log('about to fall over');
    process.exit(3);
  }
  response.end(JSON.stringify({ ...process.env, pid: process.pid }));
});

const end = () => process.exit(0);
process.on('SIGTERM', end);
process.on('disconnect', end);
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log('listening');
  process.send?.({ ready: true, url: `http://127.0.0.1:${process.env.PORT}` });
});
