import type {WarningHandler} from '../../../data/sources/shared/warning-log.js';
import {TEMPLATE_ATTRIBUTES, TEMPLATE_ELEMENTS} from '../../../model/schemas/template-elements.js';
import {safeFetchUrl, safeLink} from '../../../model/schemas/safe-urls.js';
import {LINK_ATTRIBUTES} from '../link.js';

/** Reads a URL of an attribute; undefined if it is not safe. */
const URL_ATTRIBUTES: ReadonlyMap<string, typeof safeLink> = new Map([
  ['href', safeLink],
  ['src', safeFetchUrl],
]);

/** Returns the level of a heading, 1 to 6; undefined for other elements. */
const headingLevelOf = ({localName}: Element): number | undefined =>
  /^h[1-6]$/.test(localName) ? Number(localName.slice(1)) : undefined;

/** Creates a copy of an element with allowed attributes. Its classes become parts. */
function copyElement(element: Element, name: string, warn: WarningHandler): Element {
  const copy = document.createElement(name);
  const allowed = [...(TEMPLATE_ELEMENTS.get(element.localName) ?? []), ...TEMPLATE_ATTRIBUTES];
  for (const {name: attribute, value} of element.attributes) {
    if (attribute === 'class') continue;
    const readUrl = URL_ATTRIBUTES.get(attribute);
    const text = readUrl ? readUrl(value, document.baseURI) : value;
    if (!allowed.includes(attribute) || text === undefined)
      warn(`${attribute}="${value.slice(0, 40)}" of <${element.localName}> is removed`);
    else copy.setAttribute(attribute, text);
  }
  const parts = element.getAttribute('class')?.trim();
  if (parts) copy.setAttribute('part', parts);
  return copy;
}

/**
 * Returns a copy of a template that can only show something: elements and attributes are copied one by one from a list
 * of those allowed, and nothing is parsed. Headings start at the given level.
 *
 * @param warn Called for everything that is left out.
 */
export function sanitizeTemplate(
  {content}: HTMLTemplateElement,
  headingLevel: number,
  warn: WarningHandler,
): DocumentFragment {
  const levels = [...content.querySelectorAll('*')].flatMap(one => headingLevelOf(one) ?? []);
  const offset = headingLevel - Math.min(6, ...levels);
  const copyChildren = (source: ParentNode & Node, target: Node): void => {
    for (const child of source.childNodes) {
      if (child instanceof Text) target.appendChild(document.createTextNode(child.data));
      if (!(child instanceof Element)) continue;
      const level = headingLevelOf(child);
      const isHtml = child.namespaceURI === 'http://www.w3.org/1999/xhtml';
      if (!isHtml || !TEMPLATE_ELEMENTS.has(child.localName)) {
        warn(`<${child.localName}> is removed`);
        continue;
      }
      const name = level === undefined ? child.localName : `h${Math.min(6, level + offset)}`;
      const copy = copyElement(child, name, warn);
      if (copy.hasAttribute('href'))
        for (const [attribute, value] of Object.entries(LINK_ATTRIBUTES))
          copy.setAttribute(attribute, value);
      copyChildren(child, copy);
      target.appendChild(copy);
    }
  };
  const fragment = document.createDocumentFragment();
  copyChildren(content, fragment);
  completeLink(fragment, warn);
  if (levels.length === 0) addHeading(fragment, headingLevel);
  return fragment;
}

/** Makes exactly one link to the record: the first of the template, or else one inside its title. */
function completeLink(fragment: DocumentFragment, warn: WarningHandler): void {
  const [link, ...others] = fragment.querySelectorAll('a[data-field="url"]');
  for (const other of others) {
    warn('a second <a data-field="url"> is shown as text');
    const text = document.createElement('span');
    text.append(...other.childNodes);
    other.replaceWith(text);
  }
  const title = fragment.querySelector('[data-field="title"]');
  if (link) return;
  if (!title) {
    warn('it shows neither <… data-field="title"> nor <a data-field="url">');
    return;
  }
  const ownLink = document.createElement('a');
  ownLink.dataset['field'] = 'url';
  const titleText = document.createElement('span');
  titleText.dataset['field'] = 'title';
  ownLink.append(titleText);
  title.removeAttribute('data-field');
  title.replaceChildren(ownLink);
}

/** Makes the title of a template without headings a heading. */
function addHeading(fragment: DocumentFragment, level: number): void {
  const title = fragment.querySelector('a[data-field="url"], [data-field="title"]');
  if (!title) return;
  const heading = document.createElement('span');
  heading.role = 'heading';
  heading.ariaLevel = String(level);
  title.replaceWith(heading);
  heading.append(title);
}
