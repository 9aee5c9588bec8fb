import assert from 'node:assert/strict';
import { signInsRefused } from '@octo/domains/metrics';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { type AlarmRoom, openAlarmRoom } from '../../apps/observatory/testing/alarm-room.ts';
import { logsBody, newTraceId, type SomeSpan, tracesBody } from '../../apps/observatory/testing/otlp-json.ts';
import { crm, shop } from '../../apps/observatory/watched-services.ts';

/** What somebody who is told of alarms reads, and what the observatory writes of itself, when services without any restraint tell it all of this. */
export async function hearOfAlarms(secrets: readonly string[]): Promise<{ where: string; content: string }[]> {
  await using listener = await openFakePeer(() => ({ status: 200, body: {} }));
  const lines: string[] = [];
  const service = { name: 'octo-observatory', namespace: 'octo', version: '0.1.0' };
  const logger = createLogger(service, 'debug', { write: (line) => void lines.push(line) });
  await using room = await openAlarmRoom({ ALARM_WEBHOOK_URL: listener.url }, { logger });
  await tellEverything(room, secrets);
  await room.lookFor(2 * 60_000);
  await room.t.observatory.notifier?.untilTold();
  return [
    ...listener.heard.map(({ body }) => ({ where: 'what is told of alarms', content: JSON.stringify(body) })),
    ...lines.map((content) => ({ where: 'log lines of the observatory', content })),
  ];
}

async function tellEverything({ t, nowMs, measure }: AlarmRoom, secrets: readonly string[]): Promise<void> {
  const everything = Object.fromEntries(secrets.map((secret, at) => [`private.${at}`, secret]));
  for (const secret of secrets) {
    const about = { ...everything, 'octo.workflow.id': 'checkout', 'http.route': `/checkout?card=${secret}` };
    const failed: SomeSpan = {
      traceId: newTraceId(),
      name: `POST /checkout?card=${secret}`,
      kind: 2,
      status: 2,
      startMs: nowMs() - 50,
      attributes: about,
    };
    await t.send('traces', tracesBody(shop, [failed]));
    const body = `the checkout of ${secret} failed`;
    await t.send('logs', logsBody(shop, [{ body, severity: 'ERROR', timeMs: nowMs(), attributes: everything }]));
    measure({ service: crm, name: signInsRefused.name, attributes: { 'octo.outcome': secret }, grew: 2 });
    const garbage = await t.app.inject({ method: 'POST', url: '/v1/traces', payload: { resourceSpans: secret } });
    assert.equal(garbage.statusCode, 400);
    const search = `/api/traces?q=${encodeURIComponent(secret)}`;
    assert.equal((await t.app.inject(search)).statusCode, 200);
  }
}
