import {
  type AggregateFunctionNode,
  type AliasNode,
  type BinaryOperationNode,
  type CaseNode,
  type CastNode,
  type CollateNode,
  type DataTypeNode,
  DefaultQueryCompiler,
  type FunctionNode,
  type IdentifierNode,
  type JSONOperatorChainNode,
  type JSONReferenceNode,
  OperatorNode,
  type OrderByItemNode,
  type PrimitiveValueListNode,
  type RawNode,
  SelectionNode,
  TupleNode,
  type ValueListNode,
} from 'kysely';
import { oracleDataType } from './data-types.ts';
import { foreignConstructs, foreignFunctions } from './foreign-constructs.ts';
import { oracleIdentifier } from './identifiers.ts';
import { refuse, refuseParts } from './refuse.ts';
import { maskStatement } from './statement-text.ts';

const operators = new Set(
  '= != <> > >= < <= + - * / || and or not between exists like is in'
    .split(' ')
    .concat('is not', 'not in', 'not like', 'not exists'),
);

/** Names, binds, operators, functions: what statements of every kind are made of. */
export class OracleExpressionCompiler extends DefaultQueryCompiler {
  protected override visitIdentifier(node: IdentifierNode): void {
    this.append(oracleIdentifier(node.name));
  }

  protected override getCurrentParameterPlaceholder(): string {
    return `:${this.numParameters}`;
  }

  protected override appendValue(value: unknown): void {
    if (Array.isArray(value)) refuse('an array bind', 'bind a padded list');
    if (value === '') refuse("'' as a value", 'it means null there; pass null or nothing');
    super.appendValue(value);
  }

  protected override appendImmediateValue(value: unknown): void {
    if (value === '') refuse("'' as a literal", 'it means null there');
    if (value instanceof Date) refuse('an instant as a literal', 'bind it');
    super.appendImmediateValue(value);
  }

  protected override visitAlias(node: AliasNode): void {
    const isColumn = this.parentNode !== undefined && SelectionNode.is(this.parentNode);
    this.visitNode(node.node);
    this.append(isColumn ? ' as ' : ' ');
    this.visitNode(node.alias);
  }

  protected override visitOperator(node: OperatorNode): void {
    if (!operators.has(node.operator)) refuse(`the operator ${node.operator}`, 'use plain SQL');
    super.visitOperator(node);
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator } = node;
    const isMembership = OperatorNode.is(operator) && operator.operator.endsWith('in');
    if (TupleNode.is(leftOperand) && !isMembership) {
      refuse('a comparison of row values', 'write the keyset out with and/or');
    }
    super.visitBinaryOperation(node);
  }

  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (node.values.length === 0) refuse('an empty list', 'answer without asking the database');
    super.visitPrimitiveValueList(node);
  }

  protected override visitValueList(node: ValueListNode): void {
    if (node.values.length === 0) refuse('an empty list', 'answer without asking the database');
    super.visitValueList(node);
  }

  protected override visitFunction(node: FunctionNode): void {
    this.refuseForeignFunction(node.func);
    super.visitFunction(node);
  }

  protected override visitAggregateFunction(node: AggregateFunctionNode): void {
    this.refuseForeignFunction(node.func);
    refuseParts(node, [
      ['filter', 'FILTER on an aggregate', 'aggregate a case expression'],
      ['orderBy', 'ORDER BY inside an aggregate', 'order the rows'],
    ]);
    super.visitAggregateFunction(node);
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    refuseParts(node, [['collation', 'a collation', 'order by upper(column)']]);
    super.visitOrderByItem(node);
  }

  protected override visitCase(node: CaseNode): void {
    refuseParts(node, [['isStatement', 'END CASE', 'close with end()']]);
    super.visitCase(node);
  }

  protected override visitCast(node: CastNode): void {
    if ('dataType' in node.dataType && node.dataType.dataType === 'text') {
      refuse('a cast to text', 'cast to varchar(n)');
    }
    super.visitCast(node);
  }

  protected override visitDataType(node: DataTypeNode): void {
    this.append(oracleDataType(node.dataType));
  }

  protected override visitRaw(node: RawNode): void {
    const text = node.sqlFragments.join(' :0 ');
    if (this.isDataType(node)) {
      this.append(oracleDataType(text));
      return;
    }
    const masked = maskStatement(text);
    const foreign = foreignConstructs.find(({ pattern }) => pattern.test(masked));
    if (foreign) refuse(foreign.construct, foreign.instead);
    super.visitRaw(node);
  }

  protected override visitJSONReference(_: JSONReferenceNode): void {
    refuse('a JSON path operator', 'use json_value');
  }

  protected override visitJSONOperatorChain(_: JSONOperatorChainNode): void {
    refuse('a JSON path operator', 'use json_value');
  }

  protected override visitCollate(_: CollateNode): void {
    refuse('a collation', 'compare upper(column)');
  }

  private isDataType(node: RawNode): boolean {
    const { parentNode } = this;
    return parentNode !== undefined && 'dataType' in parentNode && parentNode.dataType === node;
  }

  private refuseForeignFunction(name: string): void {
    const instead = foreignFunctions[name.toLowerCase()];
    if (instead !== undefined) refuse(`${name}()`, instead);
    if (name === 'any') refuse('any() of an array', 'bind a padded list');
  }
}
