/** State of parsing one value. */
export interface ParseContext {
  /** Base of relative URLs. */
  readonly base: string | undefined;
  /** Path of the value being parsed. */
  readonly path: (string | number)[];
  /** Errors found so far. */
  readonly errors: string[];
}

/**
 * Lenient schema of a value: an invalid part is left out and reported, the rest is kept. Also readable as data, from
 * which the OpenAPI document is generated.
 */
export interface Schema<T> {
  /** Description of a valid value for error messages, such as `a number`. */
  readonly expects: string;
  /** Returns the parsed value; if it is invalid, adds an error and returns undefined. */
  parse(value: unknown, context: ParseContext): T | undefined;
}

/** Schema of a value that is valid or invalid as a whole. */
export interface ScalarSchema<T> extends Schema<T> {
  /** Returns the parsed value, or undefined if it is invalid. Adds no error. */
  tryParse(value: unknown, base?: string): T | undefined;
}

export interface ListSchema<T> extends Schema<readonly T[]> {
  readonly items: Schema<T>;
}

export interface MapSchema<T> extends Schema<Readonly<Record<string, T>>> {
  readonly values: Schema<T>;
}

export interface ObjectSchema<T> extends Schema<T> {
  readonly properties: Readonly<Record<string, Schema<unknown>>>;
  /** Names of required properties. An object without them is invalid. */
  readonly required: readonly string[];
}

export interface UnionSchema<A, B> extends Schema<A | B> {
  readonly scalar: ScalarSchema<A>;
  readonly object: Schema<B>;
}

export interface NullableSchema<T> extends Schema<T | null> {
  readonly nullable: Schema<T>;
}

/** Type of the values that a schema accepts. */
export type Infer<S extends Schema<unknown>> = Exclude<ReturnType<S['parse']>, undefined>;

/** Joins an intersection of object types into one, so that messages of the compiler show its properties. */
type Simplify<T> = {[K in keyof T]: T[K]} & {};

/** Object of unvalidated data, such as parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Returns an own property of untrusted data; inherited properties are undefined. */
export const ownValue = (value: JsonObject, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Describes a value for an error message: short, and without the contents of objects, which may be deep. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value) || typeof value === 'function') return 'an object';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'string') return `${value as number}`.slice(0, 60);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
}

/** Adds an error of one line, such as `projects[3].geo.lat: expected a number, got "3,1"`, and returns undefined. */
export function reportInvalid<T>(
  schema: Schema<T>,
  value: unknown,
  {path, errors}: ParseContext,
  expects = schema.expects,
): T | undefined {
  const segments = path.map((key, i) =>
    typeof key === 'number' ? `[${key}]` : i ? `.${key}` : key,
  );
  const location = segments.join('').replace(/\s+/g, ' ').slice(0, 200);
  errors.push(`${location && `${location}: `}expected ${expects}, got ${describeValue(value)}`);
  return undefined;
}

/**
 * Sets a property of a parsed object. If the page has added a property of that name to `Object.prototype`, the property
 * is defined even if undefined, so that the inherited value is not read as data.
 */
function setProperty(object: Record<string, unknown>, key: string, value: unknown): void {
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
function parsePart<T>(
  key: string | number,
  schema: Schema<T>,
  value: unknown,
  context: ParseContext,
) {
  context.path.push(key);
  const part = schema.parse(value, context);
  context.path.pop();
  return part;
}

export const scalar = <T>(
  expects: string,
  tryParse: ScalarSchema<T>['tryParse'],
): ScalarSchema<T> => ({
  expects,
  tryParse,
  parse(value, context) {
    return tryParse(value, context.base) ?? reportInvalid(this, value, context);
  },
});

/** Returns a schema of a list. Items beyond `maxItems` are left out and reported. */
export const list = <T>(items: Schema<T>, maxItems = Infinity): ListSchema<T> => ({
  expects: 'a list',
  items,
  parse(value, context) {
    if (!Array.isArray(value)) return reportInvalid(this, value, context);
    if (value.length > maxItems) reportInvalid(this, value, context, `at most ${maxItems} items`);
    return value
      .slice(0, maxItems)
      .map((entry, index) => parsePart(index, items, entry, context))
      .filter(entry => entry !== undefined);
  },
});

/** Returns a schema of an object with any keys. Entries beyond `maxEntries` are left out and reported. */
export const map = <T>(values: Schema<T>, maxEntries = Infinity): MapSchema<T> => ({
  expects: 'an object',
  values,
  parse(value, context) {
    if (!isObject(value)) return reportInvalid(this, value, context);
    const found = Object.entries(value);
    if (found.length > maxEntries)
      reportInvalid(this, value, context, `at most ${maxEntries} entries`);
    const entries = found
      .slice(0, maxEntries)
      .map(([key, entry]) => [key, parsePart(key, values, entry, context)] as const)
      .filter((entry): entry is [string, T & {}] => entry[1] !== undefined);
    return Object.fromEntries(entries);
  },
});

/** Schemas of the properties of an object, by name. */
type PropertySchemas = Readonly<Record<string, Schema<unknown>>>;

/** Type of the objects with these properties, of which those in `R` are required. Keeps their doc comments. */
type ObjectOf<P extends PropertySchemas, R> = {
  readonly [K in keyof P as K extends R ? K : never]: Infer<P[K]>;
} & {
  readonly [K in keyof P as K extends R ? never : K]?: Infer<P[K]> | undefined;
};

/** Returns a schema of an object with known properties; other properties are ignored. */
export const object = <P extends PropertySchemas, R extends keyof P & string = never>(
  properties: P,
  ...required: R[]
): ObjectSchema<Simplify<ObjectOf<P, R>>> => {
  const entries = Object.entries(properties);
  return {
    expects: 'an object',
    properties,
    required,
    parse(value, context) {
      if (!isObject(value)) return reportInvalid(this, value, context);
      const parsed: Record<string, unknown> = {};
      for (const [key, schema] of entries) {
        const raw = ownValue(value, key);
        const isParsed = raw !== undefined || required.includes(key as R);
        setProperty(parsed, key, isParsed ? parsePart(key, schema, raw, context) : undefined);
      }
      return required.every(key => parsed[key] !== undefined) ? (parsed as never) : undefined;
    },
  };
};

/** Returns a schema of a scalar or an object. */
export const union = <A, B>(
  scalarSchema: ScalarSchema<A>,
  objectSchema: Schema<B>,
): UnionSchema<A, B> => ({
  expects: `${scalarSchema.expects} or ${objectSchema.expects}`,
  scalar: scalarSchema,
  object: objectSchema,
  parse(value, context) {
    if (isObject(value)) return objectSchema.parse(value, context);
    return scalarSchema.tryParse(value, context.base) === undefined
      ? reportInvalid(this, value, context)
      : scalarSchema.parse(value, context);
  },
});

export const orNull = <T>(shape: Schema<T>): NullableSchema<T> => ({
  expects: shape.expects,
  nullable: shape,
  parse: (value, reading) => (value === null ? null : shape.parse(value, reading)),
});
