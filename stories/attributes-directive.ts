import {noChange, type LitElement} from 'lit';
import {
  type AttributePart,
  directive,
  Directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';
import type {CheckedConverter} from '../src/elements/base/attribute-converters.js';

/** Arguments of a story: attributes of its widget, by attribute or property name. */
export type Args = Readonly<Record<string, unknown>>;

class AttributesDirective extends Directive {
  #set: Readonly<Record<string, string>> = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('attributes() stands in a tag');
  }

  override render(_args: Args): unknown {
    return noChange;
  }

  override update(part: ElementPart | AttributePart, [args]: [Args]): unknown {
    const {element} = part;
    const next = attributesFromArgs(element, args);
    for (const name of Object.keys(this.#set)) if (!(name in next)) element.removeAttribute(name);
    // Unchanged attributes are left alone: the toolbar may have set a skin.
    for (const [name, value] of Object.entries(next))
      if (value !== this.#set[name]) element.setAttribute(name, value);
    this.#set = next;
    return noChange;
  }
}

/** Returns the attributes of an element that the arguments of a story set. */
function attributesFromArgs(element: Element, args: Args): Record<string, string> {
  const {lang} = args;
  const attributes: Record<string, string> = typeof lang === 'string' && lang ? {lang} : {};
  const {elementProperties} = element.constructor as typeof LitElement;
  for (const [property, {attribute, type, converter}] of elementProperties) {
    if (attribute === false || typeof property !== 'string') continue;
    const name = typeof attribute === 'string' ? attribute : property.toLowerCase();
    const value = args[name] ?? args[property];
    if (type === Boolean) {
      if (value === true) attributes[name] = '';
    } else if (typeof value === 'number' || typeof value === 'string') {
      const {accepts} = (converter ?? {}) as Partial<CheckedConverter<unknown>>;
      // An empty control removes the attribute, unless the empty value has a meaning.
      if (value !== '' || accepts?.('')) attributes[name] = String(value);
    }
  }
  return attributes;
}

/**
 * Lit directive that sets the arguments of a story as attributes of its widget. Each attribute gets a Storybook
 * control.
 */
export const attributes = directive(AttributesDirective);
