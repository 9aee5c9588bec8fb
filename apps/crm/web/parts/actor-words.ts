/** Who did it: people by their username, services by what they are. */
export function actorWords(actor: string): string {
  if (actor === 'guest') return 'the buyer';
  if (actor === 'service:crm') return 'the CRM';
  if (actor === 'service:shop') return 'the shop';
  return actor.replace(/^service:/, 'the service ');
}
