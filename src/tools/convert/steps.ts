import {normalizeName} from '../../data/sources/shared/columns/column-names.js';
import {readNumber, readWord} from '../../data/sources/shared/readers/value-readers.js';
import {readerFor} from '../../data/sources/shared/rows/field-targets.js';
import {parseRecord} from '../../data/validation/parse.js';
import {fold} from '../../model/fold.js';
import {type Story, titleOf} from '../../model/records.js';
import {translationsOf} from '../../model/text.js';
import {type ReportDiagnostic, quotedValue} from '../messages/diagnostic.js';
import {parseFieldError} from './field-errors.js';
import type {Entry, ParsedInput} from './parsed-input.js';

/** Names of columns in French, Dutch, English and German, by the field of a step. */
const STEP_COLUMNS: Readonly<Record<string, string>> = {
  story: 'recit recits verhaal story geschichte',
  order: 'ordre rang numero n no volgorde order reihenfolge nummer etape stap step schritt',
  title: 'titre titel title',
  text: 'texte text tekst description beschrijving beschreibung',
  'image.src': 'image photo afbeelding foto bild picture',
  'image.alt': 'texte_alternatif alt image_alt alternatieve_tekst alternativtext alt_text',
  'image.credit': 'credit credits credit_photo fotocredit bildnachweis copyright',
  'before.src': 'avant image_avant photo_avant voor before vorher',
  'before.alt':
    'texte_alternatif_avant alt_avant before_alt alt_before alternatieve_tekst_voor alternativtext_vorher',
  'before.credit': 'credit_avant before_credit fotocredit_voor bildnachweis_vorher',
  'after.src': 'apres image_apres photo_apres na after nachher',
  'after.alt':
    'texte_alternatif_apres alt_apres after_alt alt_after alternatieve_tekst_na alternativtext_nachher',
  'after.credit': 'credit_apres after_credit fotocredit_na bildnachweis_nachher',
  geo: 'geo coordonnees position coordinaten coordinates koordinaten lieu',
  'geo.lat': 'lat latitude breedtegraad breitengrad',
  'geo.lon': 'lon lng long longitude lengtegraad langengrad',
  zoom: 'zoom',
  year: 'annee year jaar jahr',
  resource: 'ressource fiche resource bron material',
};

const NUMBERS = /^(?:order|zoom|year)$/;

const TARGETS: ReadonlyMap<string, string> = new Map(
  Object.entries(STEP_COLUMNS).flatMap(([target, names]) =>
    names.split(' ').map(name => [name, target] as const),
  ),
);

type RawRecord = Readonly<Record<string, unknown>>;

/** Column of the sheet, with the field of a step that it contains. */
interface StepColumn {
  readonly name: string;
  readonly target: string;
}

/** Returns the columns of each field, and reports the others that have values. */
function columnsOf(
  {entries, names}: ParsedInput,
  isIgnored: (name: string) => boolean,
  report: ReportDiagnostic,
): readonly StepColumn[] {
  return names.flatMap(({name, location}) => {
    const target = TARGETS.get(normalizeName(name));
    const filled = entries.filter(({fields}) => fields[name] !== undefined).length;
    if (target === undefined && filled > 0 && !isIgnored(name))
      report('error', location, 'unusedColumn', filled);
    return target === undefined ? [] : [{name, target}];
  });
}

function stepOf({fields}: Entry, columns: readonly StepColumn[]): RawRecord {
  const step: Record<string, unknown> = {};
  for (const {name, target} of columns) {
    const value = NUMBERS.test(target)
      ? readNumber(fields[name])
      : readerFor(target, 'lat-lon')(fields[name]);
    if (value === undefined) continue;
    const [root = '', key] = target.split('.');
    if (key === undefined) step[root] ??= value;
    else step[root] = {...(step[root] as object | undefined), [key]: value};
  }
  return step;
}

/** Reports the problems of a step at their cells, and returns its valid fields. */
function validStep(
  step: RawRecord,
  entry: Entry,
  columns: readonly StepColumn[],
  base: string | undefined,
  report: ReportDiagnostic,
): unknown {
  const {value, errors} = parseRecord('stories', {id: 'story', steps: [step]}, base, []);
  for (const error of errors) {
    const fieldError = parseFieldError(error.replace(/^steps\[0\]\.?/, ''));
    const [target] = fieldError.concernedTargets(columns.map(column => column.target));
    const name = columns.find(column => column.target === target)?.name;
    const raw = name === undefined ? undefined : entry.fields[name];
    const location = (name !== undefined && entry.locationOf?.(name)) || entry.location;
    report('error', location, ...fieldError.toMessage(raw, quotedValue(raw)));
  }
  return value?.steps?.[0];
}

/**
 * Adds the rows of a sheet of steps to their stories, named by identifier or title; with a single story they need not
 * name it. Steps are in the order of their column, else of the rows.
 */
export function addSteps(
  stories: readonly RawRecord[],
  input: ParsedInput,
  options: {
    readonly isIgnored: (name: string) => boolean;
    readonly base: string | undefined;
  },
  report: ReportDiagnostic,
): readonly RawRecord[] {
  const columns = columnsOf(input, options.isIgnored, report);
  const storyColumn = columns.find(({target}) => target === 'story')?.name;
  const keys = new Map(
    stories.flatMap(story =>
      [String(story['id']), ...translationsOf(titleOf(story as unknown as Story))].map(
        key => [fold(key).trim(), story] as const,
      ),
    ),
  );
  const steps = new Map<RawRecord, {readonly order: number; readonly step: unknown}[]>();
  input.entries.forEach((entry, i) => {
    const named = storyColumn === undefined ? undefined : entry.fields[storyColumn];
    const only = stories.length === 1 ? stories[0] : undefined;
    const key = readWord(named);
    const story = typeof key === 'string' ? keys.get(fold(key).trim()) : only;
    if (!story) {
      const location =
        (storyColumn !== undefined && entry.locationOf?.(storyColumn)) || entry.location;
      report('error', location, 'unknownReference', quotedValue(named), 'stories');
      return;
    }
    const {order, story: _story, ...step} = stepOf(entry, columns);
    const list = steps.get(story) ?? [];
    steps.set(story, list);
    const valid = validStep(step, entry, columns, options.base, report);
    list.push({order: typeof order === 'number' ? order : i, step: valid});
  });
  return stories.map(story => {
    const own = steps.get(story)?.sort((a, b) => a.order - b.order);
    return own ? {...story, steps: own.map(({step}) => step).filter(Boolean)} : story;
  });
}
