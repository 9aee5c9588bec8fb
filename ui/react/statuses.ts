export interface Status {
  label: string;
  tone: 'good' | 'warn' | 'bad' | 'info' | 'quiet';
}

export type Statuses<Name extends string> = Readonly<Record<Name, Status>>;

/** Text from the address as one of these names; anything else is none. */
export function oneOfThese<Name extends string>(statuses: Statuses<Name>, text: string | undefined): Name | undefined {
  return namesOf(statuses).find((name) => name === text);
}

/** For a FilterSelect. */
export function optionsOf<Name extends string>(statuses: Statuses<Name>): { value: Name; label: string }[] {
  return namesOf(statuses).map((value) => ({ value, label: statuses[value].label }));
}

/** A table of statuses has no other keys than its names. */
function namesOf<Name extends string>(statuses: Statuses<Name>): Name[] {
  return Object.keys(statuses) as Name[];
}
