// Writes integrations/php/map.json: the outlines and the sentences of maps and of sheets of projects for
// visitors without JavaScript, in the CMS plugins: `npx tsx scripts/make/php-map.ts`.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {de} from '../../src/i18n/de.js';
import {en} from '../../src/i18n/en.js';
import {formatLanguage, formatNumber} from '../../src/i18n/format.js';
import {formatBytes} from '../../src/i18n/format-measures.js';
import {fr} from '../../src/i18n/fr.js';
import {nl} from '../../src/i18n/nl.js';
import {outlines, type Path} from '../../src/map/outlines/outlines.js';
import {EU_STATEMENT} from '../../src/model/funding.js';
import {FAMILIES} from '../../src/model/records.js';
import {FORM_NEEDS_SCRIPT} from '../../src/tools/cli/prerender/markup.js';
import {root} from '../setup.mjs';

export const PHP_MAP_FILE = join(root, 'integrations/php/map.json');

/** Steps of the coordinates in a degree, as in the outlines of the widgets. */
const STEPS_PER_DEGREE = 240;

/** Returns a path as text: longitude and latitude in steps, each the difference from the point before. */
function pathText(path: Path): string {
  let [x, y] = [0, 0];
  const numbers: number[] = [];
  for (let i = 0; i < path.length; i += 2) {
    const [lon, lat] = [path[i] ?? NaN, path[i + 1] ?? NaN].map(degrees =>
      Math.round(degrees * STEPS_PER_DEGREE),
    ) as [number, number];
    numbers.push(lon - x, lat - y);
    [x, y] = [lon, lat];
  }
  return numbers.join(' ');
}

/** Returns the forms of a count, with `%s` for the number. */
const forms = (sentence: (count: number, shown: string) => string) => ({
  none: sentence(0, '%s'),
  one: sentence(1, '%s'),
  more: sentence(2, '%s'),
});

/** A formatted date: some sentences differ if it has a day. */
const A_DAY = {
  fr: '24 novembre 2026',
  nl: '24 november 2026',
  en: 'November 24, 2026',
  de: '24. November 2026',
};

/** Countries of the partners of Interreg programmes here. */
const COUNTRIES = ['FR', 'BE', 'NL', 'DE', 'LU', 'GB'];

function messagesOf(language: keyof typeof A_DAY) {
  const {core, funding, projectFacts, projectMap, projectProgress, projectSheet, records} = {
    fr,
    nl,
    en,
    de,
  }[language];
  const countries = new Intl.DisplayNames(language, {type: 'region'});
  const euros = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(language, {style: 'percent'});
  const day = A_DAY[language];
  return {
    map: projectMap.map,
    projects: forms(records.projects),
    unlocated: forms(projectMap.unlocated),
    shownOf: records.shownOf('%s', '%s'),
    ...Object.fromEntries(FAMILIES.map(family => [family, records[family]])),
    since: records.since('%s'),
    until: records.until('%s'),
    endUnknown: records.endUnknown('%s'),
    circa: records.circa('%s'),
    untitled: core.untitled('%s'),
    inLanguage: Object.fromEntries(
      Object.keys(A_DAY)
        .filter(other => other !== language)
        .map(other => [other, core.inLanguage(formatLanguage(language, other))]),
    ),
    source: core.source,
    licence: core.licence,
    updatedDay: core.updated(day).replace(day, '%s'),
    updated: core.updated('%s'),
    reportError: core.reportError,
    euStatement: EU_STATEMENT[language],
    euEmblem: funding.euEmblem,
    keyFacts: projectSheet.keyFacts,
    projectAims: projectSheet.projectAims,
    projectResults: projectSheet.projectResults,
    programme: projectSheet.programme,
    projectPeriod: projectSheet.projectPeriod,
    budget: projectFacts.budget,
    euFunding: projectSheet.euFunding,
    projectPlace: projectSheet.projectPlace,
    projectPartners: projectSheet.projectPartners,
    subprojects: projectSheet.subprojects,
    documents: projectSheet.documents,
    sources: projectFacts.sources,
    meeting: projectProgress.meeting,
    participate: projectProgress.participation,
    projectContact: projectSheet.projectContact,
    formNeedsScript: FORM_NEEDS_SCRIPT[language],
    lead: projectFacts.lead,
    euros: euros.format(1).replace('1', '%s'),
    // The sign of percent has a meaning of its own in a format.
    percent: percent.format(0.01).replace('%', '%%').replace('1', '%s'),
    countries: Object.fromEntries(COUNTRIES.map(code => [code, countries.of(code)])),
    sizes: Object.fromEntries(
      [0, 1, 2, 3].map(step => [step, formatBytes(language, 2 * 1000 ** step).replace('2', '%s')]),
    ),
    decimal: new Intl.NumberFormat(language).format(1.5).slice(1, -1),
    colon: language === 'fr' ? '\u00a0: ' : ': ',
    group: formatNumber(language, 1000).slice(1, -3),
  };
}

/** Returns the content of the file. */
export function phpMap(): string {
  const {land, rivers, countries, regions} = outlines();
  const languages = Object.keys(A_DAY) as (keyof typeof A_DAY)[];
  const content = {
    stepsPerDegree: STEPS_PER_DEGREE,
    outlines: {
      land: land.flat().map(pathText),
      rivers: rivers.map(pathText),
      regions: regions.map(pathText),
      countries: countries.map(pathText),
    },
    messages: Object.fromEntries(languages.map(language => [language, messagesOf(language)])),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(PHP_MAP_FILE, phpMap());
