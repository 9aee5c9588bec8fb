/** One part of an operation node Oracle cannot run: the field, the construct as people know it, what to write instead. */
export type RefusedPart<Node> = readonly [field: keyof Node, construct: string, instead: string];

/** Stops the compilation of a statement that only another engine understands. */
export function refuse(construct: string, instead: string): never {
  throw new Error(`Oracle does not take ${construct}: ${instead}`);
}

/** Refuses the first of the listed parts that the node carries. */
export function refuseParts<Node extends object>(node: Node, parts: readonly RefusedPart<Node>[]): void {
  for (const [field, construct, instead] of parts) {
    const part = node[field];
    if (part !== undefined && part !== false) refuse(construct, instead);
  }
}
