import { PostgresQueryCompiler } from 'kysely';

/** Our names are plain snake_case on both engines and are sent as they are. */
export class UnquotedCompiler extends PostgresQueryCompiler {
  protected override getLeftIdentifierWrapper(): string {
    return '';
  }

  protected override getRightIdentifierWrapper(): string {
    return '';
  }
}
