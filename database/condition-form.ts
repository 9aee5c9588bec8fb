/** An expression, and how tightly it holds together: what binds less needs brackets inside what binds more. */
interface Term {
  readonly text: string;
  readonly binds: number;
}

const binding = { or: 0, and: 1, comparison: 2, sum: 3, product: 4, single: 5 } as const;

const casts =
  /::(?:character varying|double precision|timestamp(?:\(\d\))? with(?:out)? time zone|[a-z_]+)(?:\(\d+(?:,\d+)?\))?(?:\[\])?/g;
const tokens = /'(?:[^']|'')*'|"\w+"|\w+(?:\.\w+)?|<=|>=|<>|!=|\|\||[-+*/=<>()[\],]/g;

/**
 * The same text for conditions, defaults and index expressions that mean the same, however a database tells them: without casts
 * and needless brackets, BETWEEN as two comparisons, `= ANY (ARRAY[…])` as IN, in lower case.
 */
export function conditionForm(sql: string): string {
  const words = (sql.replace(casts, '').match(tokens) ?? []).map(plainWord);
  const reader = new ConditionReader(words);
  const { text } = reader.condition();
  if (!reader.isAtEnd) throw new Error(`not understood from "${reader.rest}" on: ${sql}`);
  return text;
}

function plainWord(word: string): string {
  if (word.startsWith("'")) return word;
  return word === '!=' ? '<>' : word.replaceAll('"', '').toLowerCase();
}

class ConditionReader {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#words.length;
  }

  get rest(): string {
    return this.#words.slice(this.#at).join(' ');
  }

  condition(): Term {
    return this.#chain(['or'], binding.or, () => this.#chain(['and'], binding.and, () => this.#comparison()));
  }

  #comparison(): Term {
    const left = this.#sum();
    const not = this.#takes('not') ? 'not ' : '';
    if (this.#takes('between')) return this.#between(left);
    if (this.#takes('in')) return oneOf(left, not, this.#list('(', ')'));
    if (this.#takes('is')) return holds(`${left.text} is ${this.#takes('not') ? 'not ' : ''}${this.#next()}`);
    const operator = this.#takesOneOf('=', '<>', '<=', '>=', '<', '>');
    if (operator === undefined) return left;
    if (operator === '=' && this.#takes('any')) return oneOf(left, '', this.#array());
    return holds(`${left.text} ${operator} ${bracketed(this.#sum(), binding.sum)}`);
  }

  #between(left: Term): Term {
    const low = this.#sum();
    this.#expect('and');
    return { text: `${left.text} >= ${low.text} and ${left.text} <= ${this.#sum().text}`, binds: binding.and };
  }

  #sum(): Term {
    return this.#chain(['+', '-', '||'], binding.sum, () =>
      this.#chain(['*', '/'], binding.product, () => this.#single()),
    );
  }

  /** Operands of one rank from left to right; only what stands on the right, or binds less, keeps its brackets. */
  #chain(operators: readonly string[], rank: number, operand: () => Term): Term {
    let left = operand();
    for (let operator = this.#takesOneOf(...operators); operator; operator = this.#takesOneOf(...operators)) {
      const right = bracketed(operand(), rank <= binding.and ? rank : rank + 1);
      left = { text: `${bracketed(left, rank)} ${operator} ${right}`, binds: rank };
    }
    return left;
  }

  #single(): Term {
    if (this.#takes('(')) {
      const inner = this.condition();
      this.#expect(')');
      return inner;
    }
    const word = this.#takes('-') ? `-${this.#next()}` : this.#next();
    return alone(this.#words[this.#at] === '(' ? `${word}(${this.#list('(', ')').join(', ')})` : word);
  }

  #array(): string[] {
    if (this.#takes('(')) {
      const values = this.#array();
      this.#expect(')');
      return values;
    }
    this.#expect('array');
    return this.#list('[', ']');
  }

  #list(open: string, close: string): string[] {
    this.#expect(open);
    const values = [this.#sum().text];
    while (this.#takes(',')) values.push(this.#sum().text);
    this.#expect(close);
    return values;
  }

  #takes(word: string): boolean {
    return this.#takesOneOf(word) !== undefined;
  }

  #takesOneOf(...wanted: readonly string[]): string | undefined {
    const word = this.#words[this.#at];
    if (word === undefined || !wanted.includes(word)) return undefined;
    this.#at += 1;
    return word;
  }

  #next(): string {
    const word = this.#words[this.#at];
    if (word === undefined) throw new Error('the condition ends early');
    this.#at += 1;
    return word;
  }

  #expect(word: string): void {
    if (!this.#takes(word)) throw new Error(`"${word}" is missing before "${this.rest}"`);
  }
}

function oneOf(left: Term, not: string, values: readonly string[]): Term {
  const [only = ''] = values;
  if (values.length === 1) return holds(`${left.text} ${not ? '<>' : '='} ${only}`);
  return holds(`${left.text} ${not}in (${values.join(', ')})`);
}

function holds(text: string): Term {
  return { text, binds: binding.comparison };
}

function alone(text: string): Term {
  return { text, binds: binding.single };
}

function bracketed({ text, binds }: Term, rank: number): string {
  return binds < rank ? `(${text})` : text;
}
