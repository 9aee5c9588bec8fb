import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function messaging(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'outbox',
      {
        id: { type: t.uuid, primaryKey: true },
        producer: { type: t.text(50) },
        event_type: { type: t.text(100), index: true },
        order_id: { type: t.id, references: 'orders', optional: true },
        payload: { type: t.longText },
        traceparent: { type: t.text(64), optional: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['producer', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'outbox_deliveries',
      {
        event_id: { type: t.uuid, references: 'outbox' },
        consumer: { type: t.text(50) },
        attempts: { type: t.whole, default: 0, check: '>= 0' },
        // Null once delivered, dead or discarded, so that the dispatcher's index holds open work alone on both engines.
        next_attempt_at: { type: t.instant, optional: true },
        lease_owner: { type: t.text(64), optional: true, index: true },
        lease_until: { type: t.instant, optional: true },
        delivered_at: { type: t.instant, optional: true, index: true },
        dead_at: { type: t.instant, optional: true, index: true },
        last_error: { type: t.text(500), optional: true },
        retry_requested_at: { type: t.instant, optional: true, index: true },
        discarded_at: { type: t.instant, optional: true },
      },
      { primaryKey: ['event_id', 'consumer'], indexes: [['next_attempt_at', 'consumer']] },
    ),
    ...createTable(
      tools,
      'inbox',
      {
        event_id: { type: t.uuid },
        consumer: { type: t.text(50) },
        event_type: { type: t.text(100) },
        payload_hash: { type: t.text(64) },
        received_at: { type: t.instant, index: true },
      },
      { primaryKey: ['event_id', 'consumer'] },
    ),
    ...createTable(tools, 'idempotency_keys', {
      id: { type: t.text(64), primaryKey: true },
      service: { type: t.text(50) },
      request_hash: { type: t.text(64) },
      status: { type: t.text(20), default: 'running', oneOf: ['running', 'done'] },
      // No reference: the key is taken before the order it will belong to is written.
      order_id: { type: t.id, optional: true, index: true },
      response_status: { type: t.whole, optional: true },
      response_body: { type: t.text(4000), optional: true },
      created_at: { type: t.instant },
      updated_at: { type: t.instant, index: true },
    }),
  ];
}
