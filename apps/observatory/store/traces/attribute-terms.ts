/** An attribute that is asked for. */
export interface AttributeTerm {
  readonly name: string;
  readonly text: string;
}

/** Any value will do. */
export const anyText = '*';

const attributeForm = /^[^=\s]+=/;
/** What follows another one is known by the dot in its name: values may hold blanks and equals signs. */
const furtherOne = /\s+(?=[A-Za-z][\w-]*(?:\.[\w-]+)+=)/;

/** The attributes of a search such as `octo.order.id=17 octo.outcome=declined`; none of one that asks for something else. */
export function attributesIn(q: string | undefined): AttributeTerm[] {
  if (q === undefined || !attributeForm.test(q)) return [];
  return q.split(furtherOne).map((term) => {
    const equals = term.indexOf('=');
    return { name: term.slice(0, equals), text: term.slice(equals + 1) };
  });
}
