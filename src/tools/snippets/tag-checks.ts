import type {ReportDiagnostic} from '../messages/diagnostic.js';
import {isRelative} from './addresses.js';
import type {Catalogue, Widget} from './catalogue.js';
import type {WidgetMatch} from './find-widgets.js';
import {correctionOf, valueMessage} from './values.js';
import {closestName} from './closest-name.js';

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
