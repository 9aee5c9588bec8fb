/** What nobody does by mistake, as security events name it. */
export const attackTypes = { passwordGuessing: 'password_guessing', messageTampering: 'message_tampering' } as const;
export type AttackType = (typeof attackTypes)[keyof typeof attackTypes];

const prefix = 'security.';

/** The `event.name` of the line that tells of one. */
export function securityEventName(type: AttackType): `security.${AttackType}` {
  return `${prefix}${type}`;
}

export function isSecurityEventName(name: unknown): boolean {
  return typeof name === 'string' && name.startsWith(prefix);
}

/** Finds them all: in a search a star stands for what follows. */
export const anySecurityEvent = `${prefix}*`;

/** Told where people sign in; each of them says where it was tried. */
export const passwordGuessing = event(
  attackTypes.passwordGuessing,
  'So many wrong passwords that a door was closed for a while',
);
/** Told by whoever takes messages. */
export const messageTampering = event(
  attackTypes.messageTampering,
  'A message came again under the same id with other content',
);

function event(type: AttackType, meaning: string) {
  return { name: securityEventName(type), meaning, attributes: ['http.route'] };
}
