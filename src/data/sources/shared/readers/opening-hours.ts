import {fold} from '../../../../model/fold.js';
import {isObject, type JsonObject} from '../../../../model/schemas/schema-builder.js';
import {parseJsonIn} from './cell-json.js';
import {readText} from './value-readers.js';
import {weekdayNames} from './written-date.js';

/** Codes of weekdays in schema.org, from 1 January 1970, a Thursday, on. */
const DAYS = ['Th', 'Fr', 'Sa', 'Su', 'Mo', 'Tu', 'We'];

/** Returns the code of a day: of its name, or of its address in schema.org. */
function dayCode(name: unknown): string {
  const word = fold(String(name)).replace(/^.*\//, '');
  return DAYS.find((_, day) => weekdayNames(day).includes(word)) ?? '';
}

/** Returns `08:30-12:00` of two times of day, or an empty text if one is missing. */
function hoursOf(from: unknown, to: unknown): string {
  const [start, end] = [from, to].map(time => /^\d\d:\d\d/.exec(String(time))?.[0]);
  return start && end ? `${start}-${end}` : '';
}

/** Returns a rule of schema.org for one of its specifications, or for one of the directory of public services. */
function ruleOf(part: JsonObject): string {
  const {dayOfWeek, opens, closes} = part;
  const [first, last] = [part['nom_jour_debut'], part['nom_jour_fin']].map(dayCode);
  const days = dayOfWeek
    ? [dayOfWeek].flat().map(dayCode).join(',')
    : [...new Set([first, last])].filter(Boolean).join('-');
  const hours = [1, 2].map(n =>
    hoursOf(part[`valeur_heure_debut_${n}`], part[`valeur_heure_fin_${n}`]),
  );
  return `${days} ${[hoursOf(opens, closes), ...hours].filter(Boolean).join(',')}`.trim();
}

/**
 * Reads opening hours: a text, specifications of schema.org (`OpeningHoursSpecification`), or ranges of days as in the
 * directory of French public services (`plage_ouverture`). The last two become `Mo-Fr 08:30-12:00,13:30-17:00`.
 */
export function readOpeningHours(value: unknown): unknown {
  const parts = [parseJsonIn(value) ?? value].flat();
  if (!parts.every(isObject)) return readText(value);
  const rules = parts.map(ruleOf).filter(rule => /^\S+ \d/.test(rule));
  return rules.length > 0 ? rules.join('; ') : undefined;
}
