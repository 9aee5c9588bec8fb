import type { Attributes, AttributeValue } from '@opentelemetry/api';

const mostAttributes = 128;

/** Names and values side by side, in the order in which they were set: few enough to look through. */
export class SpanAttributes {
  readonly names: string[] = [];
  readonly values: AttributeValue[] = [];
  dropped = 0;

  set(name: string, value: AttributeValue | null | undefined): void {
    if (!isValue(value) || name === '') return;
    const known = this.names.indexOf(name);
    if (known >= 0) this.values[known] = value;
    else if (this.names.length === mostAttributes) this.dropped += 1;
    else {
      this.names.push(name);
      this.values.push(value);
    }
  }

  setAll(attributes: Attributes | undefined): void {
    for (const name in attributes) this.set(name, attributes[name]);
  }
}

function isValue(value: unknown): value is AttributeValue {
  return isPrimitive(value) || (Array.isArray(value) && isHomogeneous(value));
}

function isPrimitive(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Values of one type; some may be missing. */
function isHomogeneous(values: readonly unknown[]): boolean {
  const present = values.filter((value) => value !== null && value !== undefined);
  return present.every((value) => isPrimitive(value) && typeof value === typeof present[0]);
}
