import {fold} from '../../../src/model/fold.js';

/** Record to which ODSQL conditions apply. */
export type OdsRecord = Readonly<Record<string, unknown>>;
type Test = (record: OdsRecord) => boolean;

const TOKEN =
  /\s*("(?:\\.|[^"\\])*"|date'[^']*'|`[^`]*`|<=|>=|[<>=(),*]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/** Removes the quotes and escapes of a string literal. */
const unquoted = (token: string): string => token.slice(1, -1).replace(/\\(.)/g, '$1');

/** Parser of the subset of ODSQL (the query language of Opendatasoft) that the widgets use. */
export class OdsqlParser {
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(where: string) {
    let at = 0;
    while (where.slice(at).trim() !== '') {
      TOKEN.lastIndex = at;
      const found = TOKEN.exec(where);
      if (!found?.[1]) throw new SyntaxError(where.slice(at, at + 20));
      this.#tokens.push(found[1]);
      at = TOKEN.lastIndex;
    }
  }

  parse(): Test {
    const test = this.#either();
    if (this.#at < this.#tokens.length) throw new SyntaxError(this.#tokens[this.#at]);
    return test;
  }

  #is(word: string): boolean {
    if (this.#tokens[this.#at]?.toLowerCase() !== word) return false;
    this.#at++;
    return true;
  }

  #need(word: string): void {
    if (!this.#is(word)) throw new SyntaxError(`expected ${word}, got ${this.#tokens[this.#at]}`);
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SyntaxError('unexpected end');
    return token;
  }

  #either(): Test {
    const tests = [this.#both()];
    while (this.#is('or')) tests.push(this.#both());
    return record => tests.some(test => test(record));
  }

  #both(): Test {
    const tests = [this.#one()];
    while (this.#is('and')) tests.push(this.#one());
    return record => tests.every(test => test(record));
  }

  #one(): Test {
    if (this.#is('(')) {
      const test = this.#either();
      this.#need(')');
      return test;
    }
    if (this.#is('suggest')) return this.#suggest();
    if (this.#is('in_bbox')) return this.#inBbox();
    const token = this.#next();
    if (token.startsWith('"')) {
      this.#need('in');
      const name = this.#name(this.#next());
      return record => [record[name]].flat().includes(unquoted(token));
    }
    return this.#comparison(this.#name(token));
  }

  #name(token: string): string {
    if (/^[A-Za-z_]/.test(token)) return token;
    if (token.startsWith('`')) return token.slice(1, -1);
    throw new SyntaxError(token);
  }

  #suggest(): Test {
    this.#need('(');
    const start = fold(unquoted(this.#next()));
    this.#need(')');
    return record =>
      fold(JSON.stringify(Object.values(record)))
        .split(/[^\p{L}\p{N}]+/u)
        .some(word => word.startsWith(start));
  }

  #inBbox(): Test {
    this.#need('(');
    const name = this.#name(this.#next());
    const sides = [0, 0, 0, 0].map(() => {
      this.#need(',');
      return Number(this.#next());
    });
    this.#need(')');
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

  #comparison(name: string): Test {
    if (this.#is('is')) {
      this.#need('null');
      return record => record[name] === null || record[name] === undefined;
    }
    if (this.#is('in')) {
      this.#need('(');
      const values = [unquoted(this.#next())];
      while (this.#is(',')) values.push(unquoted(this.#next()));
      this.#need(')');
      return record => [record[name]].flat().some(value => values.includes(String(value)));
    }
    const operator = this.#next();
    const token = this.#next();
    const wanted = token.startsWith('date') ? token.slice(5, -1) : Number(token);
    return record => {
      const value = record[name] as string | number | null | undefined;
      if (value === null || value === undefined) return false;
      if (operator === '<') return value < wanted;
      if (operator === '>=') return value >= wanted;
      if (operator === '<=') return value <= wanted;
      if (operator === '>') return value > wanted;
      if (operator === '=') return value === wanted;
      throw new SyntaxError(operator);
    };
  }
}
