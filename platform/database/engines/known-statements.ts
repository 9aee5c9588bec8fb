import type { Attributes } from '@opentelemetry/api';
import type { CompiledQuery } from 'kysely';
import { type DescribedStatement, describeStatement } from '../statement.ts';

/** A statement as one session knows it. */
export interface KnownStatement {
  readonly facts: DescribedStatement;
  /** Of its span. */
  readonly attributes: Attributes;
}

const mostStatements = 1000;

/** The statements of a session, each worked out once per text; `attributesOf` says what it has beside its own facts. */
export function knownStatements(
  attributesOf: (facts: DescribedStatement) => Attributes,
): (query: CompiledQuery) => KnownStatement {
  const statements = new Map<string, KnownStatement>();
  return (query) => {
    const known = statements.get(query.sql);
    if (known) return known;
    const facts = describeStatement(query);
    const statement = { facts, attributes: Object.freeze({ ...facts.attributes, ...attributesOf(facts) }) };
    if (statements.size >= mostStatements) statements.clear();
    statements.set(query.sql, statement);
    return statement;
  };
}
