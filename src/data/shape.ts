/** State of parsing one value. */
export interface Reading {
  /** Base of relative URLs. */
  readonly base: string | undefined;
  /** Path of the value being parsed. */
  readonly path: (string | number)[];
  /** Errors found so far. */
  readonly faults: string[];
}

/**
 * Lenient schema of a value: an invalid part is left out and reported, the rest is kept. Also readable as data, from
 * which the OpenAPI document is generated.
 */
export interface Shape<T> {
  /** Description of a valid value for error messages, such as `a number`. */
  readonly expects: string;
  /** Returns the parsed value; if it is invalid, adds an error and returns undefined. */
  read(value: unknown, reading: Reading): T | undefined;
}

/** Schema of a value that is valid or invalid as a whole. */
export interface Leaf<T> extends Shape<T> {
  /** Returns the parsed value, or undefined if it is invalid. Adds no error. */
  accept(value: unknown, base?: string): T | undefined;
}

export interface ListOf<T> extends Shape<readonly T[]> {
  readonly each: Shape<T>;
}

export interface MapOf<T> extends Shape<Readonly<Record<string, T>>> {
  readonly values: Shape<T>;
}

export interface Fields<T> extends Shape<T> {
  readonly shapes: Readonly<Record<string, Shape<unknown>>>;
  /** Names of required properties. An object without them is invalid. */
  readonly needs: readonly string[];
}

export interface Either<A, B> extends Shape<A | B> {
  readonly simple: Leaf<A>;
  readonly whole: Shape<B>;
}

export interface OrNull<T> extends Shape<T | null> {
  readonly orNull: Shape<T>;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Returns an own property of untrusted data; inherited properties are undefined. */
export const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Describes a value for an error message: short, and without the contents of objects, which may be deep. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value) || typeof value === 'function') return 'an object';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'string') return `${value as number}`.slice(0, 60);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
}

/** Adds an error such as `projects[3].geo.lat: expected a number, got "3,1"`, and returns undefined. */
export function refuse<T>(
  shape: Shape<T>,
  value: unknown,
  {path, faults}: Reading,
  expects = shape.expects,
): T | undefined {
  const place = path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i ? `.${key}` : key));
  const where = place.join('').slice(0, 200);
  faults.push(`${where && `${where}: `}expected ${expects}, got ${shown(value)}`);
  return undefined;
}

/**
 * Sets a property of a parsed object. If the page has added a property of that name to `Object.prototype`, the property
 * is defined even if undefined, so that the inherited value is not read as data.
 */
function keep(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key in object)
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  else if (value !== undefined) object[key] = value;
}

/** Parses a part of a value, with its key added to the path. */
function readAt<T>(key: string | number, shape: Shape<T>, value: unknown, reading: Reading) {
  reading.path.push(key);
  const part = shape.read(value, reading);
  reading.path.pop();
  return part;
}

export const leaf = <T>(expects: string, accept: Leaf<T>['accept']): Leaf<T> => ({
  expects,
  accept,
  read(value, reading) {
    return accept(value, reading.base) ?? refuse(this, value, reading);
  },
});

export const listOf = <T>(each: Shape<T>): ListOf<T> => ({
  expects: 'a list',
  each,
  read(value, reading) {
    if (!Array.isArray(value)) return refuse(this, value, reading);
    return value
      .map((entry, index) => readAt(index, each, entry, reading))
      .filter(entry => entry !== undefined);
  },
});

export const mapOf = <T>(values: Shape<T>): MapOf<T> => ({
  expects: 'an object',
  values,
  read(value, reading) {
    if (!isObject(value)) return refuse(this, value, reading);
    const kept = Object.entries(value)
      .map(([key, entry]) => [key, readAt(key, values, entry, reading)] as const)
      .filter((entry): entry is [string, T & {}] => entry[1] !== undefined);
    return Object.fromEntries(kept);
  },
});

/** Returns a schema of an object with known properties; other properties are ignored. */
export const fields = <T extends object>(
  shapes: {readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>>},
  ...needs: (keyof T & string)[]
): Fields<T> => {
  const entries = Object.entries<Shape<unknown>>(shapes);
  return {
    expects: 'an object',
    shapes,
    needs,
    read(value, reading) {
      if (!isObject(value)) return refuse(this, value, reading);
      const kept: Record<string, unknown> = {};
      for (const [key, shape] of entries) {
        const given = own(value, key);
        const isAsked = given !== undefined || needs.includes(key as keyof T & string);
        keep(kept, key, isAsked ? readAt(key, shape, given, reading) : undefined);
      }
      return needs.every(key => kept[key] !== undefined) ? (kept as T) : undefined;
    },
  };
};

/** Returns a schema of a scalar or an object. */
export const either = <A, B>(simple: Leaf<A>, whole: Shape<B>): Either<A, B> => ({
  expects: `${simple.expects} or ${whole.expects}`,
  simple,
  whole,
  read(value, reading) {
    if (isObject(value)) return whole.read(value, reading);
    return simple.accept(value, reading.base) ?? refuse(this, value, reading);
  },
});

export const orNull = <T>(shape: Shape<T>): OrNull<T> => ({
  expects: shape.expects,
  orNull: shape,
  read: (value, reading) => (value === null ? null : shape.read(value, reading)),
});
