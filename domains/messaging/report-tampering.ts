import type { Ctx } from '../context.ts';
import { recordSecurityEvent } from '../security/index.ts';

/** Outside of the transaction that refuses the message, or it would go with it. */
export async function reportTampering(ctx: Ctx, input: { consumer: string; event: { id: string } }): Promise<void> {
  await recordSecurityEvent(ctx, {
    attackType: 'message_tampering',
    severity: 'high',
    endpoint: '/api/integrations/events',
    details: `Event ${input.event.id} came to ${input.consumer} again with other content`,
  });
}
