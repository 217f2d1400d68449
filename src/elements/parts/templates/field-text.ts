import {formatPeriod} from '../../../controllers/format-period.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sourceNameOf} from '../../../data/source.js';
import type {PortalRecord} from '../../../model/records.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {LocalizedText, Text} from '../../../model/text.js';
import {recordName} from '../records/record-labels.js';

const DATE_FIELDS = /^(?:published|created|updated|openingDate|start|end|until)$/;
const LABELLED_FIELDS = ['family', 'section', 'type'];
const NAME_FIELDS = ['name', 'title', 'label', 'text'];

/** Returns the value at a path such as `commune.name`; undefined if there is none. */
export function fieldValue(record: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) ? ownValue(value, key) : undefined), record);
}

/** Returns the text of a field, with its language if that is not the user's. Empty if the record has no such field. */
export function fieldText(
  record: PortalRecord,
  path: string,
  i18n: LocalizeController,
): LocalizedText {
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
