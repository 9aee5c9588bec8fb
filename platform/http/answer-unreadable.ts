import type { Socket } from 'node:net';

const statuses: Record<string, { status: number; title: string; code: string; message: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request header fields too large',
    code: 'http.head_too_large',
    message: 'The address or the headers of this request are too long.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request timeout',
    code: 'http.request_timeout',
    message: 'The request took too long to arrive.',
  },
};
const malformed = {
  status: 400,
  title: 'Bad request',
  code: 'http.malformed',
  message: 'The request could not be understood.',
};

/** For bytes that never became a request: a problem like any other, but outside of any trace. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const { status, title, code, message } = statuses[error.code ?? ''] ?? malformed;
  const problem = { type: 'about:blank', title, status, code, message, detail: message, trace_id: '0'.repeat(32) };
  const body = JSON.stringify(problem);
  const head = ['Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`];
  const guards = ['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Connection: close'];
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${[...head, ...guards].join('\r\n')}\r\n\r\n${body}`);
}
