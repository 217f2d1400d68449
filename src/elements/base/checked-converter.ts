import type {ComplexAttributeConverter, LitElement, PropertyDeclaration} from 'lit';

/** Attribute converter that also validates. An invalid value is replaced by the default and reported in the console. */
export interface CheckedConverter<T> extends ComplexAttributeConverter<T> {
  fromAttribute(value: string | null): T;
  accepts(value: string): boolean;
  /** Accepted values, if they are a list. */
  readonly values?: readonly string[];
}

/** Returns the options of the property of an attribute, if an element has it. */
export function optionsOf(element: LitElement, name: string): PropertyDeclaration | undefined {
  const {elementProperties} = element.constructor as typeof LitElement;
  for (const [property, options] of elementProperties) {
    // Lit stores an attribute name only if it differs from the property name.
    const {attribute = property} = options;
    if (attribute === name) return options;
  }
  return undefined;
}

/** Returns the converter of a property, or an empty object if Lit's default is used. */
export const converterOf = (options?: PropertyDeclaration): Partial<CheckedConverter<unknown>> =>
  (options?.converter ?? {}) as Partial<CheckedConverter<unknown>>;
