import type {ReportDiagnostic, DiagnosticMessage} from '../messages/diagnostic.js';
import {isRelative, withScheme} from './addresses.js';
import {type Catalogue, type Widget, type Attribute, type NumberRange} from './catalogue.js';
import type {WidgetMatch} from './find-widgets.js';
import {canonicalLanguage} from '../../i18n/catalogues.js';
import {
  closestName,
  DECIMAL_NUMBERS,
  suggestLanguage,
  VALUE_RULES,
  type ValueRule,
} from './value-rules.js';

const URL_OR_PATH = /^https?:\/\/\S+$|^\/\S*$|^\.{0,2}\/?[\w-][\w./-]*$/;

/** Invalid value, or invalid entry of a list of values. */
interface ValueFault {
  readonly value: string;
  readonly expected: string | NumberRange;
  /** Valid value that it seems to be. */
  readonly suggestion: string | undefined;
}

/** Faults of an attribute value. */
interface Correction {
  readonly faults: readonly ValueFault[];
  /** Value with the suggestions; entries without one are left out. Undefined if nothing remains. */
  readonly corrected: string | undefined;
}

/** Corrects each entry of a list by itself. */
function correctEntries(
  entries: readonly string[],
  faultOf: (entry: string) => ValueFault | undefined,
  separator: string,
): Correction | undefined {
  const checked = entries.map(entry => ({entry, fault: faultOf(entry)}));
  const faults = checked.flatMap(({fault}) => fault ?? []);
  if (faults.length === 0) return undefined;
  const kept = checked.flatMap(({entry, fault}) => (fault ? (fault.suggestion ?? []) : entry));
  return {faults, corrected: [...new Set(kept)].join(separator) || undefined};
}

function wrongValue(
  {names, separator, accepts, examples, suggest = one => closestName(one, names)}: ValueRule,
  value: string,
): Correction | undefined {
  const expected = [...names, ...(examples ? [examples] : [])].join(', ');
  const isValid = (one: string): boolean => names.includes(one) || accepts?.(one) === true;
  const entries = separator ? value.trim().split(separator).filter(Boolean) : [value];
  const joint = separator?.test(' ') && !value.includes(',') ? ' ' : ',';
  return correctEntries(
    entries,
    one => (isValid(one) ? undefined : {value: one, expected, suggestion: suggestAll(one)}),
    joint,
  );
  /** Names separated by spaces where commas are needed are corrected one by one. */
  function suggestAll(entry: string): string | undefined {
    const words = separator && names.length > 0 ? entry.split(/\s+/) : [entry];
    const meant = words.map(word => (isValid(word) ? word : suggest(word)));
    return meant.every(word => word !== undefined) ? meant.join(joint) : undefined;
  }
}

function wrongNumber(
  value: string,
  range: NumberRange,
  hasDecimals: boolean,
): ValueFault | undefined {
  const {min, max = Infinity} = range;
  // `1 000` is written with a space in French.
  const [digits] = /\d+(?:\.\d+)?/.exec(value.replace(/(?<=\d)\s(?=\d)/g, '')) ?? [];
  const number = Number(digits) * (/\dkm/i.test(value.replace(/\s/g, '')) ? 1000 : 1);
  const isValid = digits === value.trim() && (hasDecimals || Number.isInteger(number));
  if (isValid && number >= min && number <= max) return undefined;
  const closest = Math.min(Math.max(hasDecimals ? number : Math.round(number), min), max);
  return {
    value,
    expected: range,
    suggestion: digits && String(closest),
  };
}

function wrongAddress(value: string): ValueFault | undefined {
  if (URL_OR_PATH.test(value) && withScheme(value) === value) return undefined;
  const url = `https://${value.replace(/^[a-z]*:\/*/i, '')}`;
  return {value, expected: 'https://…', suggestion: value.includes('.') ? url : undefined};
}

const single = (fault: ValueFault | undefined): Correction | undefined =>
  fault && {faults: [fault], corrected: fault.suggestion};

/** Validates an attribute value by the manifest and the contract; undefined if it is valid. */
export function correctionOf(
  {name, kind, choices, range}: Attribute,
  value: string,
): Correction | undefined {
  if (value === '') return undefined;
  if (kind === 'choice') {
    // A language may have a region: `fr-BE`.
    const isValid =
      name === 'lang' ? canonicalLanguage(value) !== undefined : choices.includes(value);
    if (isValid) return undefined;
    const suggestion = name === 'lang' ? suggestLanguage(value) : closestName(value, choices);
    return single({value, expected: choices.join(', '), suggestion});
  }
  if (kind === 'number')
    return single(wrongNumber(value, range ?? {min: 0}, DECIMAL_NUMBERS.includes(name)));
  if (name === 'api') return correctEntries(value.trim().split(/\s+/), wrongAddress, ' ');
  const rule = VALUE_RULES[name];
  return rule && wrongValue(rule, value);
}

/** Returns the diagnostic of an invalid attribute value. */
export const valueMessage = (
  name: string,
  {value, expected, suggestion}: ValueFault,
): DiagnosticMessage =>
  typeof expected === 'string'
    ? ['badValue', name, value, expected, suggestion]
    : ['badNumber', name, value, expected.min, expected.max, suggestion];

/** Attributes that any element may have; they belong to the page. */
const PAGE_ATTRIBUTES = new Set([
  'id',
  'class',
  'style',
  'title',
  'slot',
  'dir',
  'hidden',
  'align',
  // The colours, in the formats without a style.
  'colours',
]);

/** Returns the valid and the corrected attributes; reports the others. */
export function validateAttributes(
  {attributes: given, repeated = []}: WidgetMatch,
  widget: Widget,
  report: ReportDiagnostic,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of repeated) report('error', {name}, 'repeated', name);
  for (const [name, value] of given) {
    const known = widget.attributes.get(name);
    if (!known) {
      if (PAGE_ATTRIBUTES.has(name) || /^(?:data|aria)-/.test(name)) continue;
      const suggestion = closestName(name, [...widget.attributes.keys()]);
      report('error', {name}, 'unknownAttribute', name, suggestion);
      if (suggestion && !given.has(suggestion)) attributes[suggestion] = value;
      continue;
    }
    const correction = correctionOf(known, value);
    for (const fault of correction?.faults ?? [])
      report('error', {name}, ...valueMessage(name, fault));
    if (!correction && name === 'api' && value !== '' && isRelative(value))
      report('warning', {name}, 'relativeAddress', value);
    // In HTML a boolean attribute is true with any value; in other formats an author may write "no".
    if (known.kind === 'flag') {
      if (!/^(?:non|no|false|0)$/i.test(value)) attributes[name] = '';
    } else if (!correction) attributes[name] = value;
    else if (correction.corrected) attributes[name] = correction.corrected;
  }
  return attributes;
}

/** Returns the noun that an unknown name means: with the prefix of the tag, misspelt, or short for one (`map`). */
function suggestWidget(name: string, nouns: readonly string[]): string | undefined {
  const short = name.replace(/^spass-/, '');
  const [one, ...others] = nouns.filter(noun => noun.split('-').includes(short));
  return (
    nouns.find(noun => noun === short) ??
    (others.length ? undefined : one) ??
    closestName(short, nouns)
  );
}

/** Returns the widget of a name, or the closest one, which is reported. */
export function resolveWidget(
  name: string,
  catalogue: Catalogue,
  report: ReportDiagnostic,
): Widget | undefined {
  const known = catalogue.get(name);
  if (known) return known;
  const suggestion = suggestWidget(name, [...catalogue.keys()]);
  report('error', {}, 'unknownWidget', name, suggestion);
  return suggestion === undefined ? undefined : catalogue.get(suggestion);
}
