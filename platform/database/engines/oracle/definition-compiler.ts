import type {
  ColumnDefinitionNode,
  CreateIndexNode,
  CreateTableNode,
  CreateViewNode,
  DropIndexNode,
  DropTableNode,
  DropViewNode,
  ForeignKeyConstraintNode,
  GeneratedNode,
  ReferencesNode,
  UniqueConstraintNode,
} from 'kysely';
import { OracleExpressionCompiler } from './expression-compiler.ts';
import { spokenActions } from './reference-actions.ts';
import { refuse, refuseParts } from './refuse.ts';

const definitions = new Set(['CreateTableNode', 'CreateIndexNode', 'CreateViewNode', 'AlterTableNode']);
const distinctNulls = ['nullsNotDistinct', 'NULLS NOT DISTINCT', 'make the columns not null'] as const;

/** Tables, columns, constraints, indexes, views: what migrations write. */
export class OracleDefinitionCompiler extends OracleExpressionCompiler {
  protected override appendValue(value: unknown): void {
    const root = this.nodeStack[0];
    if (root !== undefined && definitions.has(root.kind)) refuse('a bind in a definition', 'write it with sql.lit');
    super.appendValue(value);
  }

  protected override visitCreateTable(node: CreateTableNode): void {
    refuseParts(node, [
      ['temporary', 'a temporary table', 'use a plain one'],
      ['onCommit', 'ON COMMIT', 'use a plain table'],
      ['indexes', 'an index inside CREATE TABLE', 'create it on its own'],
    ]);
    super.visitCreateTable(node);
  }

  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    refuseParts(node, [
      distinctNulls,
      ['ifNotExists', 'ADD COLUMN IF NOT EXISTS', 'ask the catalogue first'],
      ['unsigned', 'UNSIGNED', 'add a check'],
      ['autoIncrement', 'AUTO_INCREMENT', 'take ids by the block'],
      ['identity', 'a bare IDENTITY', 'use generatedByDefaultAsIdentity'],
    ]);
    super.visitColumnDefinition(node);
  }

  protected override visitGenerated(node: GeneratedNode): void {
    refuseParts(node, [['stored', 'a STORED column', 'leave it virtual']]);
    super.visitGenerated(node);
  }

  protected override visitUniqueConstraint(node: UniqueConstraintNode): void {
    refuseParts(node, [distinctNulls]);
    super.visitUniqueConstraint(node);
  }

  protected override visitReferences(node: ReferencesNode): void {
    const { onDelete, onUpdate, ...reference } = node;
    super.visitReferences({ ...reference, ...spokenActions(node) });
  }

  protected override visitForeignKeyConstraint(node: ForeignKeyConstraintNode): void {
    const { onDelete, onUpdate, ...foreignKey } = node;
    super.visitForeignKeyConstraint({ ...foreignKey, ...spokenActions(node) });
  }

  protected override visitDropTable(node: DropTableNode): void {
    refuseParts(node, [['temporary', 'a temporary table', 'use a plain one']]);
    super.visitDropTable(node);
    if (node.cascade) this.append(' constraints');
  }

  protected override visitCreateIndex(node: CreateIndexNode): void {
    refuseParts(node, [
      distinctNulls,
      ['using', 'an index method', 'leave it to the engine'],
      ['where', 'a partial index', 'index an expression that is null outside the range'],
    ]);
    super.visitCreateIndex(node);
  }

  protected override visitDropIndex(node: DropIndexNode): void {
    refuseParts(node, [
      ['table', 'DROP INDEX … ON', 'name the index alone'],
      ['cascade', 'DROP INDEX … CASCADE', 'drop what depends on it first'],
    ]);
    super.visitDropIndex(node);
  }

  protected override visitCreateView(node: CreateViewNode): void {
    refuseParts(node, [
      ['temporary', 'a temporary view', 'use a plain one'],
      ['materialized', 'a materialized view', 'use a plain one'],
    ]);
    super.visitCreateView(node);
  }

  protected override visitDropView(node: DropViewNode): void {
    refuseParts(node, [
      ['materialized', 'a materialized view', 'use a plain one'],
      ['cascade', 'DROP VIEW … CASCADE', 'drop what depends on it first'],
    ]);
    super.visitDropView(node);
  }
}
