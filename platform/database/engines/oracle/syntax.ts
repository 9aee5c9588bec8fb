import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onKnownGround } from './syntax-detours.ts';

// Counted up when the parser is upgraded, so that nothing it said before is believed.
const parserEdition = 'ts-plsql-parser 1.1.1';

/**
 * Reads statements with a grammar of Oracle SQL and tells what it complains of: statement → complaint.
 * For tests only: the first statements of a process cost seconds, so every answer is kept in a file under `cacheDir`.
 */
export async function checkOracleSyntax(statements: string[], cacheDir: string): Promise<Map<string, string>> {
  await mkdir(cacheDir, { recursive: true });
  const complaints = new Map<string, string>();
  for (const statement of new Set(statements)) {
    const complaint = await complaintOf(onKnownGround(statement), cacheDir);
    if (complaint !== '') complaints.set(statement, complaint);
  }
  return complaints;
}

/** What the parser says of a text as it stands; nothing when it takes it. */
export async function complaintOf(text: string, cacheDir: string): Promise<string> {
  const hash = createHash('sha256').update(`${parserEdition}\n${text}`).digest('hex');
  const file = join(cacheDir, `${hash}.txt`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const complaint = await parse(text);
  // Test files run side by side: a reader must never meet half a file.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, complaint);
  await rename(draft, file);
  return complaint;
}

async function parse(text: string): Promise<string> {
  const { getParserFromInput } = await import('@griffithswaite/ts-plsql-parser');
  const parser = asGrammarParser(getParserFromInput(text));
  const complaints: string[] = [];
  parser.removeErrorListeners();
  parser.addErrorListener({
    syntaxError: (_recognizer, _symbol, line, column, message) => {
      complaints.push(`${line}:${column} ${message}`);
    },
    reportAmbiguity: ignore,
    reportAttemptingFullContext: ignore,
    reportContextSensitivity: ignore,
  });
  parser.sql_script();
  return complaints.join('\n');
}

function ignore(): void {}

interface GrammarParser {
  removeErrorListeners(): void;
  addErrorListener(listener: {
    syntaxError(recognizer: unknown, symbol: unknown, line: number, column: number, message: string): void;
    reportAmbiguity(): void;
    reportAttemptingFullContext(): void;
    reportContextSensitivity(): void;
  }): void;
  sql_script(): unknown;
}

// The package's own types lose what its parser inherits from the ANTLR runtime.
function asGrammarParser(parser: unknown): GrammarParser {
  return parser as GrammarParser;
}
