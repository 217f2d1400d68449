import {fold} from '../../../src/model/fold.js';

/** Record to which ODSQL conditions apply. */
export type OdsRecord = Readonly<Record<string, unknown>>;
type OdsCondition = (record: OdsRecord) => boolean;

const TOKEN_PATTERN =
  /\s*("(?:\\.|[^"\\])*"|date'[^']*'|`[^`]*`|<=|>=|[<>=(),*]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/** Removes the quotes and escapes of a string literal. */
const unquote = (token: string): string => token.slice(1, -1).replace(/\\(.)/g, '$1');

/** Parser of the subset of ODSQL (the query language of Opendatasoft) that the widgets use. */
export class OdsqlParser {
  readonly #tokens: string[] = [];
  #position = 0;

  constructor(where: string) {
    let position = 0;
    while (where.slice(position).trim() !== '') {
      TOKEN_PATTERN.lastIndex = position;
      const match = TOKEN_PATTERN.exec(where);
      if (!match?.[1]) throw new SyntaxError(where.slice(position, position + 20));
      this.#tokens.push(match[1]);
      position = TOKEN_PATTERN.lastIndex;
    }
  }

  parse(): OdsCondition {
    const predicate = this.#parseOr();
    if (this.#position < this.#tokens.length) throw new SyntaxError(this.#tokens[this.#position]);
    return predicate;
  }

  #accept(word: string): boolean {
    if (this.#tokens[this.#position]?.toLowerCase() !== word) return false;
    this.#position++;
    return true;
  }

  #expect(word: string): void {
    if (!this.#accept(word))
      throw new SyntaxError(`expected ${word}, got ${this.#tokens[this.#position]}`);
  }

  #next(): string {
    const token = this.#tokens[this.#position++];
    if (token === undefined) throw new SyntaxError('unexpected end');
    return token;
  }

  #parseOr(): OdsCondition {
    const predicates = [this.#parseAnd()];
    while (this.#accept('or')) predicates.push(this.#parseAnd());
    return record => predicates.some(test => test(record));
  }

  #parseAnd(): OdsCondition {
    const predicates = [this.#parseCondition()];
    while (this.#accept('and')) predicates.push(this.#parseCondition());
    return record => predicates.every(test => test(record));
  }

  #parseCondition(): OdsCondition {
    if (this.#accept('(')) {
      const predicate = this.#parseOr();
      this.#expect(')');
      return predicate;
    }
    if (this.#accept('suggest')) return this.#parseSuggest();
    if (this.#accept('in_bbox')) return this.#parseInBbox();
    const token = this.#next();
    if (token.startsWith('"')) {
      this.#expect('in');
      const name = this.#parseName(this.#next());
      return record => [record[name]].flat().includes(unquote(token));
    }
    return this.#parseComparison(this.#parseName(token));
  }

  #parseName(token: string): string {
    if (/^[A-Za-z_]/.test(token)) return token;
    if (token.startsWith('`')) return token.slice(1, -1);
    throw new SyntaxError(token);
  }

  #parseSuggest(): OdsCondition {
    this.#expect('(');
    const prefix = fold(unquote(this.#next()));
    this.#expect(')');
    return record =>
      fold(JSON.stringify(Object.values(record)))
        .split(/[^\p{L}\p{N}]+/u)
        .some(word => word.startsWith(prefix));
  }

  #parseInBbox(): OdsCondition {
    this.#expect('(');
    const name = this.#parseName(this.#next());
    const sides = [0, 0, 0, 0].map(() => {
      this.#expect(',');
      return Number(this.#next());
    });
    this.#expect(')');
    const [south = 0, west = 0, north = 0, east = 0] = sides;
    return record => {
      const {lat, lon} = (record[name] ?? {}) as {lat?: number; lon?: number};
      return (
        lat !== undefined &&
        lon !== undefined &&
        lat >= south &&
        lat <= north &&
        lon >= west &&
        lon <= east
      );
    };
  }

  #parseComparison(name: string): OdsCondition {
    if (this.#accept('is')) {
      this.#expect('null');
      return record => record[name] === null || record[name] === undefined;
    }
    if (this.#accept('in')) {
      this.#expect('(');
      const values = [unquote(this.#next())];
      while (this.#accept(',')) values.push(unquote(this.#next()));
      this.#expect(')');
      return record => [record[name]].flat().some(value => values.includes(String(value)));
    }
    const operator = this.#next();
    const token = this.#next();
    const operand = token.startsWith('date') ? token.slice(5, -1) : Number(token);
    return record => {
      const value = record[name] as string | number | null | undefined;
      if (value === null || value === undefined) return false;
      if (operator === '<') return value < operand;
      if (operator === '>=') return value >= operand;
      if (operator === '<=') return value <= operand;
      if (operator === '>') return value > operand;
      if (operator === '=') return value === operand;
      throw new SyntaxError(operator);
    };
  }
}
