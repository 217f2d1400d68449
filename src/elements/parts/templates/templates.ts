import {render} from 'lit';
import {directive, Directive} from 'lit/directive.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sameItems} from '../../../model/memo.js';
import {safeLink} from '../../../model/schemas/safe-urls.js';
import type {Picture, PortalRecord} from '../../../model/records.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {LINK_ATTRIBUTES} from '../link.js';
import {isDeferred, renderImage} from '../pictures/picture.js';
import {selectRecord} from '../records/record-link.js';
import {formatPeriod} from '../../../controllers/format-period.js';
import {sourceNameOf} from '../../../data/source.js';
import type {LocalizedText, Text} from '../../../model/text.js';
import {recordName} from '../records/record-labels.js';

// Loaded with the first template of a page.
export {sanitizeTemplate} from './sanitize-template.js';

/** Record with the content of its copy of a template. */
export interface TemplateContent {
  readonly host: WidgetHost;
  readonly i18n: LocalizeController;
  readonly record: PortalRecord;
  readonly fragment: DocumentFragment;
  /** Texts of fields that the widget formats itself. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Schemes of links whose field is no URL. */
const SCHEMES: Readonly<Record<string, string>> = {email: 'mailto:', telephone: 'tel:'};

/** Removes an element without a value, and the element around it if that has no other field. */
function removeField(element: Element, root: Element): void {
  const {parentElement: parent} = element;
  element.remove();
  if (parent && parent !== root && !parent.querySelector('[data-field], img, a[href]'))
    parent.remove();
}

const urlText = (url: unknown): string => (typeof url === 'string' ? url : '');

/** Sets the link of an element. Returns false if the record has no safe URL in the field. */
function setLink(link: HTMLAnchorElement, url: string): boolean {
  const href = safeLink(url);
  if (href === undefined) return false;
  link.href = href;
  for (const [name, value] of Object.entries(LINK_ATTRIBUTES)) link.setAttribute(name, value);
  return true;
}

/** Replaces an image of the template by a picture of the record. Returns false if there is none to show. */
function setPicture(image: Element, picture: unknown, i18n: LocalizeController): boolean {
  if (!isObject(picture) || typeof picture['src'] !== 'string' || isDeferred(picture['src']))
    return false;
  const holder = document.createDocumentFragment();
  const handleError = ({currentTarget}: Event): void => (currentTarget as Element).remove();
  render(renderImage(picture as unknown as Picture, i18n, {onError: handleError}), holder);
  const rendered = holder.querySelector('img');
  const part = image.getAttribute('part');
  if (part) rendered?.setAttribute('part', part);
  if (rendered) image.replaceWith(rendered);
  return true;
}

/** Returns a copy of the template with the fields of a record. */
function fill({host, i18n, record, fragment, texts}: TemplateContent): Element {
  const root = document.createElement('div');
  root.className = 'own';
  root.append(fragment.cloneNode(true));
  for (const element of root.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = element.dataset['field'] ?? '';
    if (element instanceof HTMLAnchorElement) {
      const isRecord = name === 'url';
      const isLink = setLink(element, (SCHEMES[name] ?? '') + urlText(fieldValue(record, name)));
      if (isRecord) {
        element.part.add(isLink ? 'link' : 'title');
        element.addEventListener('click', event => selectRecord(host, record, event));
      }
      if (!isRecord && !isLink) removeField(element, root);
      else if (!element.firstElementChild && !element.textContent.trim())
        setText(element, fieldText(record, isRecord ? 'title' : name, i18n));
    } else if (element instanceof HTMLImageElement) {
      if (!setPicture(element, fieldValue(record, name), i18n)) removeField(element, root);
    } else {
      const text = Object.hasOwn(texts, name)
        ? {value: texts[name] ?? ''}
        : fieldText(record, name, i18n);
      if (text.value) setText(element, text);
      else removeField(element, root);
    }
  }
  for (const element of root.querySelectorAll('[data-field]'))
    element.removeAttribute('data-field');
  return root;
}

function setText(
  element: HTMLElement,
  {value, lang}: {value: string; lang?: string | undefined},
): void {
  element.textContent = value;
  if (lang) element.lang = lang;
}

/** Directive that renders a record by a template. The focus stays in the record when it is rendered again. */
class RecordTemplateDirective extends Directive {
  #inputs: readonly unknown[] = [];
  #element: Element | undefined;

  override render(content: TemplateContent): unknown {
    const {host, i18n, record, fragment, texts} = content;
    const inputs = [record, fragment, i18n.messages, i18n.language, JSON.stringify(texts)];
    if (this.#element && sameItems(inputs, this.#inputs)) return this.#element;
    host.renderedRecords?.set(record, host.collection);
    const hadFocus = this.#element?.matches(':focus-within');
    const element = fill(content);
    this.#inputs = inputs;
    this.#element = element;
    if (hadFocus) void host.updateComplete.then(() => element.querySelector('a')?.focus());
    return element;
  }
}

/** Renders a record by a sanitized template. */
export const fillTemplate = directive(RecordTemplateDirective);

const DATE_FIELDS = /^(?:published|created|updated|openingDate|start|end|until)$/;
const LABELLED_FIELDS = ['family', 'section', 'type'];
const NAME_FIELDS = ['name', 'title', 'label', 'text'];

/** Returns the value at a path such as `commune.name`; undefined if there is none. */
function fieldValue(record: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) ? ownValue(value, key) : undefined), record);
}

/** Returns the text of a field, with its language if that is not the user's. Empty if the record has no such field. */
function fieldText(record: PortalRecord, path: string, i18n: LocalizeController): LocalizedText {
  if (path === 'title') return recordName(record, i18n);
  if (path === 'source') return {value: sourceNameOf(record) ?? ''};
  const name = path.split('.').at(-1) ?? '';
  const {lang} = record as {lang?: string};
  return formatValue(fieldValue(record, path), name, i18n, lang);
}

function formatValue(
  value: unknown,
  name: string,
  i18n: LocalizeController,
  lang: string | undefined,
): LocalizedText {
  if (typeof value === 'number') return {value: name === 'id' ? String(value) : i18n.number(value)};
  if (typeof value === 'string') {
    if (DATE_FIELDS.test(name)) return {value: i18n.date(value)};
    if (name === 'country') return {value: i18n.country(value)};
    const label = LABELLED_FIELDS.includes(name) ? labelOf(value, i18n) : undefined;
    return label === undefined ? i18n.text(value, lang) : {value: label};
  }
  if (Array.isArray(value)) {
    const texts = value.map((one: unknown) => formatValue(one, name, i18n, lang).value);
    return {value: texts.filter(Boolean).join(', ')};
  }
  if (!isObject(value)) return {value: ''};
  if ('start' in value || 'end' in value) return {value: formatPeriod(i18n, value)};
  if (name === 'commune') return {value: i18n.placeName(ownValue(value, 'name') as Text)};
  for (const field of NAME_FIELDS)
    if (Object.hasOwn(value, field)) return formatValue(value[field], field, i18n, lang);
  const isText = Object.values(value).every(one => typeof one === 'string');
  return isText ? i18n.text(value as Text, lang) : {value: ''};
}

/** Returns the label that the interface has for a value; undefined if it has none. */
function labelOf(value: string, {messages}: LocalizeController): string | undefined {
  const label = (messages as Readonly<Record<string, unknown>>)[value];
  return typeof label === 'string' ? label : undefined;
}
