import {
  AddColumnNode,
  type AlterColumnNode,
  type AlterTableNode,
  type DropColumnNode,
  type DropConstraintNode,
  type ModifyColumnNode,
  type OperationNode,
} from 'kysely';
import { OracleDefinitionCompiler } from './definition-compiler.ts';
import { refuse, refuseParts } from './refuse.ts';

/** ALTER TABLE: Oracle adds columns in one bracket and says MODIFY where others say ALTER COLUMN. */
export class OracleAlterationCompiler extends OracleDefinitionCompiler {
  protected override visitAlterTable(node: AlterTableNode): void {
    refuseParts(node, [
      ['setSchema', 'SET SCHEMA', 'create the table where it belongs'],
      ['addIndex', 'ADD INDEX', 'create the index on its own'],
      ['dropIndex', 'DROP INDEX inside ALTER TABLE', 'drop the index on its own'],
    ]);
    super.visitAlterTable(node);
  }

  protected override compileColumnAlterations(alterations: readonly OperationNode[]): void {
    const added = alterations.filter((alteration) => AddColumnNode.is(alteration)).map(({ column }) => column);
    if (added.length === alterations.length) {
      this.append('add (');
      this.compileList(added);
      this.append(')');
      return;
    }
    if (alterations.length > 1) refuse('several changes in one ALTER TABLE', 'write one statement each');
    this.compileList(alterations);
  }

  protected override visitAlterColumn(node: AlterColumnNode): void {
    refuseParts(node, [['dataTypeExpression', 'USING in ALTER COLUMN', 'copy into a new column']]);
    this.append('modify (');
    this.visitNode(node.column);
    this.append(' ');
    if (node.dataType) this.visitNode(node.dataType);
    if (node.setDefault) {
      this.append('default ');
      this.visitNode(node.setDefault);
    }
    if (node.dropDefault) this.append('default null');
    if (node.setNotNull) this.append('not null');
    if (node.dropNotNull) this.append('null');
    this.append(')');
  }

  protected override visitModifyColumn(_: ModifyColumnNode): void {
    refuse('modifyColumn', 'use alterColumn');
  }

  protected override visitDropColumn(node: DropColumnNode): void {
    refuseParts(node, [['ifExists', 'DROP COLUMN IF EXISTS', 'ask the catalogue first']]);
    super.visitDropColumn(node);
  }

  protected override visitDropConstraint(node: DropConstraintNode): void {
    refuseParts(node, [['ifExists', 'DROP CONSTRAINT IF EXISTS', 'ask the catalogue first']]);
    if (node.modifier === 'restrict') refuse('DROP CONSTRAINT … RESTRICT', 'leave the word out');
    super.visitDropConstraint(node);
  }
}
