import { connect } from 'node:net';

/**
 * One connection that sends one request after the other until there is none, and notes how many milliseconds each took.
 * A client of little weight: it looks for status and length, and never at the body. Rejects when one is not answered with 200.
 */
export function converse(
  url: string,
  next: () => Buffer | undefined,
  note: (latencyMs: number) => void,
): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = newAnswer();
    let sentAt = 0;
    const send = () => {
      const request = next();
      if (!request) return socket.end(resolve);
      sentAt = performance.now();
      return socket.write(request);
    };
    socket.setNoDelay(true);
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${url} hung up`)));
    socket.on('data', (chunk) => {
      const problem = take(answer, chunk);
      if (problem !== undefined) return void socket.destroy(new Error(problem));
      if (answer.missingBytes !== 0) return;
      note(performance.now() - sentAt);
      answer = newAnswer();
      send();
    });
  });
}

interface Answer {
  head: string;
  /** Undefined until the head is there. */
  missingBytes: number | undefined;
}

function newAnswer(): Answer {
  return { head: '', missingBytes: undefined };
}

/** Takes some more bytes of an answer; returns what is wrong with it. */
function take(answer: Answer, chunk: Buffer): string | undefined {
  if (answer.missingBytes !== undefined) {
    answer.missingBytes -= chunk.length;
    return undefined;
  }
  answer.head += chunk.toString('latin1');
  const end = answer.head.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.head)?.[1];
  if (!answer.head.startsWith('HTTP/1.1 200') || length === undefined) return answer.head.slice(0, 900);
  answer.missingBytes = Number(length) - (answer.head.length - end - 4);
  return undefined;
}
