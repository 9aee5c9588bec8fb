import type { LightMyRequestResponse as Answer, FastifyInstance } from 'fastify';

/** A browser without a script: it keeps its cookie, sends forms and follows no redirect. */
export interface Visitor {
  /** As the browser would send it: `name=value`. */
  cookie(): string | undefined;
  open(url: string): Promise<Answer>;
  submit(url: string, fields: Record<string, string>): Promise<Answer>;
}

export function visitorOf(app: FastifyInstance, cookie?: string): Visitor {
  let kept = cookie;
  async function send(request: { method: 'GET' | 'POST'; url: string; headers?: object; payload?: string }) {
    const headers = { accept: 'text/html', ...request.headers, ...(kept === undefined ? {} : { cookie: kept }) };
    const answer = await app.inject({ ...request, headers });
    const [given] = [answer.headers['set-cookie']].flat();
    if (given !== undefined) kept = given.split(';', 1)[0];
    return answer;
  }
  return {
    cookie: () => kept,
    open: (url) => send({ method: 'GET', url }),
    submit: (url, fields) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return send({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() });
    },
  };
}

/** What the page offers to send: the value of a form control. */
export function controlValue(page: Answer, name: string): string | undefined {
  const tag = new RegExp(`<(?:input|textarea)[^>]*\\bname="${name}"[^>]*>`).exec(page.payload)?.[0];
  return tag === undefined ? undefined : /\bvalue="([^"]*)"/.exec(tag)?.[1];
}
