import type {LitElement} from 'lit';
import {converterOf, optionsOf} from './attribute-converters.js';

const loggedMessages = new Set<string>();
/** Warnings of each element, which `diagnostics` shows in place. */
const messagesOf = new WeakMap<Element, Set<string>>();

/** Logs a warning that names the tag. Each message is logged once per page. */
export function warnOnce(element: Element, message: string): void {
  messagesOf.set(element, (messagesOf.get(element) ?? new Set()).add(message));
  updateDiagnostics(element);
  const text = `<${element.localName}>: ${message}`;
  if (loggedMessages.has(text)) return;
  loggedMessages.add(text);
  console.warn(text);
}

/** Shows the warnings of an element and its descendants in place, if it or an ancestor has `diagnostics`. */
function updateDiagnostics(element: Element): void {
  // The loader logs the reason of a failure.
  if (element.closest('[diagnostics]'))
    void import('../parts/diagnostics/diagnostics-box.js').then(
      box => box.apply(element, messagesOf),
      String,
    );
}

/** Warns if the value of an attribute is invalid. Warnings shown in place follow each change. */
export function warnIfInvalid(element: LitElement, name: string, value: string | null): void {
  if (value === null) return;
  updateDiagnostics(element);
  const {accepts} = converterOf(optionsOf(element, name));
  if (accepts && !accepts(value))
    warnOnce(element, `${name}="${value.slice(0, 80)}" is invalid and ignored`);
}

/** Global attributes, and those that frameworks and scripts of a page add to any element. */
const GLOBAL_ATTRIBUTES =
  /[^a-z-]|^(?:.{1,2}-|data-|aria-|on|item|class|tabindex|accesskey|content|export|is$)/;

/** Warns about attributes that the element does not have; most of them are misspelt. */
export function warnAboutUnknownAttributes(element: LitElement): void {
  const {observedAttributes} = element.constructor as typeof LitElement;
  for (const name of element.getAttributeNames())
    if (!(observedAttributes.includes(name) || name in element || GLOBAL_ATTRIBUTES.test(name)))
      warnOnce(element, `unknown attribute ${name}`);
  updateDiagnostics(element);
}
