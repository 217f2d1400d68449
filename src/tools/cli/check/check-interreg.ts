import {parseJsonIn} from '../../../data/sources/shared/readers/cell-json.js';
import {decodeReferences} from '../../../data/sources/shared/readers/plain-text.js';
import {fold} from '../../../model/fold.js';
import {EU_STATEMENT, hasEuBudget, isOfPeriod2021} from '../../../model/funding.js';
import type {Programme, Project} from '../../../model/records.js';
import {RECORD_SCHEMAS} from '../../../model/schemas/record-schemas.js';
import {isObject, type Schema} from '../../../model/schemas/schema-builder.js';
import {pickText, type Text, translationsOf} from '../../../model/text.js';
import {parseTags, type Tag} from '../../snippets/html.js';
import type {Io} from '../command.js';
import type {CheckReport} from './check-report.js';
import {fetchPage} from './check-response.js';
import {probe} from './probe.js';

// Duties of a partner of a project of 2021–2027: Regulation (EU) 2021/1059, article 36(4); for the emblem, Regulation
// (EU) 2021/1060, annex IX. The manual of the programme may ask for more, and decides.

/** Total costs from which a physical investment has a plaque, and a project an event, in euros. */
const [PLAQUE_COSTS, EVENT_COSTS] = [100_000, 5_000_000];

/** Widgets that show the funding statement of the projects that they show. */
const PROJECT_WIDGETS: readonly string[] = [
  'project',
  'project-map',
  'project-progress',
  'programme-timeline',
  'portal-cards',
  'explorer',
];
const EMBLEM = /europ|\b(?:eu|ue|interreg)\b/;
const AIMS = /objectif|\baims?\b|objectives?\b|doelstelling|\bziele?\b/;
const RESULTS = /resultat|\bresults?\b|resultaten|resultaat|ergebnis/;

/** Content of an address or a file, with its location for the report. */
interface Input {
  readonly place: string;
  readonly text: string;
}

/**
 * Returns markup without what a browser does not show: comments, scripts, styles and templates. An unclosed one extends
 * to the end of the page, as in browsers; a search for its end from each start would take minutes.
 */
const visibleMarkup = (text: string): string =>
  text
    .replace(/<!--.*?(?:-->|$)/gs, ' ')
    .replace(/<(script|style|template)\b.*?(?:<\/\1\s*>|$)/gis, ' ');

/** Returns the text of some markup, in lower case and without accents. */
const foldedText = (markup: string): string =>
  fold(decodeReferences(markup.replace(/<[^<>]*>/g, ' ')));

/** Letters of a text alone: spaces, apostrophes and tags within a sentence differ between editors. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}]+/gu, '');

/** Returns the languages in which a text has the statement of annex IX. */
function statementLanguages(text: string): readonly string[] {
  const letters = lettersOf(text);
  return Object.entries(EU_STATEMENT)
    .filter(([, statement]) => letters.includes(lettersOf(fold(statement))))
    .map(([language]) => language);
}

/** Returns the widget of a tag: by its name, in `data-spass`, or in a frame of the package. */
function widgetOf({name, attributes}: Tag): string {
  if (name.startsWith('spass-')) return name.slice('spass-'.length);
  const [, framed] =
    /embed\.html\?(?:[^#]*&)?widget=([a-z-]+)/.exec(attributes.get('src') ?? '') ?? [];
  return framed ?? attributes.get('data-spass') ?? '';
}

/** Returns the alternative text of an image, also of a drawing or of a background with a role. */
function alternativeOf({name, attributes}: Tag): string {
  const isImage = name === 'img' || name === 'svg' || attributes.get('role') === 'img';
  return isImage ? fold(attributes.get('alt') ?? attributes.get('aria-label') ?? '') : '';
}

/** Checks a page of a partner. */
function checkPage({place, text}: Input, report: CheckReport): void {
  const markup = visibleMarkup(text);
  const tags = parseTags(markup);
  const widgets = tags.map(widgetOf);
  const hasWidget = widgets.some(widget => PROJECT_WIDGETS.includes(widget));
  const hasSheet = widgets.includes('project');
  const words = foldedText(markup);
  const alternatives = tags.map(alternativeOf);
  const stated = statementLanguages(words);
  const language =
    tags
      .find(({name}) => name === 'html')
      ?.attributes.get('lang')
      ?.slice(0, 2) ?? '';
  const own = EU_STATEMENT[language.toLowerCase()];
  if (hasWidget || stated.length > 0) {
    report.addPassed('interregStatementFound');
    if (!hasWidget && own && !stated.includes(language.toLowerCase()))
      report.addError(place, 'interregOtherLanguage', language, own);
  } else if (alternatives.some(one => statementLanguages(one).length > 0))
    report.addPassed('interregStatementInAlt');
  else report.addError(place, 'interregNoStatement');
  if (!hasWidget && !alternatives.some(one => EMBLEM.test(one)))
    report.addError(place, 'interregNoEmblem');
  if (!hasSheet && !AIMS.test(words)) report.addError(place, 'interregPageNoAims');
  if (!hasSheet && !RESULTS.test(words)) report.addError(place, 'interregPageNoResults');
  if (hasWidget) report.addPassed('interregWidget');
  if (!hasSheet && tags.some(({name}) => name === 'iframe')) report.addPassed('interregFrame');
  report.addPassed('interregEmblemRules');
  report.addPassed('interregDocuments');
  report.addPassed('interregOnSite');
}

const isEmpty = (text: Text | undefined): boolean => !translationsOf(text).some(one => one.trim());

/** True if the rules of 2021–2027 apply to a project, or may apply since its programme is unknown. */
function isConcerned(project: Project, programme: Programme | undefined): boolean {
  if (programme) return isOfPeriod2021(programme);
  return hasEuBudget(project) && !/^(?:19|20[01]|2020)/.test(project.period?.start ?? '');
}

function checkProject(
  project: Project,
  programme: Programme | undefined,
  place: string,
  report: CheckReport,
): void {
  const name = pickText(project.title, 'fr').value || String(project.id);
  const {description, aims, results, budget, lead, partners = []} = project;
  if (isEmpty(description)) report.addError(place, 'interregNoDescription', name);
  if (isEmpty(aims)) report.addError(place, 'interregNoAims', name);
  if (isEmpty(results)) report.addError(place, 'interregNoResults', name);
  if (budget?.eu === undefined && budget?.rate === undefined)
    report.addError(place, 'interregNoSupport', name);
  if (!programme) report.addError(place, 'interregNoProgramme', name);
  if (!lead && partners.length === 0) report.addError(place, 'interregNoPartners', name);
  const total = budget?.total ?? 0;
  if (total > PLAQUE_COSTS) report.addPassed('interregPlaque', name);
  else report.addPassed('interregPoster', name);
  if (total > EVENT_COSTS) report.addPassed('interregEvent', name);
}

/** Returns the valid records of a list. */
const parseAll = <T>(schema: Schema<T>, list: unknown, base: string | undefined): readonly T[] =>
  (Array.isArray(list) ? (list as unknown[]) : []).flatMap(
    one => schema.parse(one, {base, path: [], errors: []}) ?? [],
  );

function checkData(
  lists: {readonly projects: unknown; readonly programmes: unknown},
  place: string,
  report: CheckReport,
): void {
  const base = /^https?:/.test(place) ? place : undefined;
  const projects = parseAll(RECORD_SCHEMAS.projects, lists.projects, base);
  const programmes = parseAll(RECORD_SCHEMAS.programmes, lists.programmes, base);
  const programmeOf = ({programme}: Project): Programme | undefined =>
    programmes.find(({id}) => programme !== undefined && String(id) === String(programme));
  const concerned = projects.filter(project => isConcerned(project, programmeOf(project)));
  report.addPassed('interregProjects', projects.length, concerned.length);
  if (concerned.length === 0) report.addError(place, 'interregNoProject');
  for (const project of concerned) checkProject(project, programmeOf(project), place, report);
}

/** Reads a collection of a portal API; undefined without it. */
async function readCollection(base: string, name: string): Promise<unknown> {
  const url = `${base.replace(/\/+$/, '')}/${name}?limit=500`;
  const response = await probe(url).catch(() => undefined);
  const body = response?.status === 200 ? parseJsonIn(response.body.toString('utf8')) : undefined;
  return isObject(body) ? body['items'] : undefined;
}

/** Reads an address or a file; undefined if it cannot be read, which is reported. */
async function readInput(
  address: string,
  report: CheckReport,
  now: number,
  io: Io,
): Promise<Input | undefined> {
  if (!/^https?:/i.test(address)) return {place: address, text: await io.read(address)};
  const response = await fetchPage(address, report, now, false);
  return response && {place: response.url, text: response.body.toString('utf8')};
}

/**
 * Checks the duties of a partner of an Interreg project of 2021–2027 under the Regulation.
 *
 * @param address Page, document or portal API, or the path of a file.
 */
export async function checkInterreg(
  address: string,
  report: CheckReport,
  now: number,
  io: Io,
): Promise<void> {
  if (/^https?:/i.test(address)) {
    const projects = await readCollection(address, 'projects');
    if (projects) {
      const programmes = await readCollection(address, 'programmes');
      checkData({projects, programmes}, address, report);
      return;
    }
  }
  const input = await readInput(address, report, now, io);
  if (!input) return;
  const body = parseJsonIn(input.text.replace(/^\uFEFF/, ''));
  if (isObject(body))
    checkData({projects: body['projects'], programmes: body['programmes']}, input.place, report);
  else if (Array.isArray(body))
    checkData({projects: body, programmes: undefined}, input.place, report);
  else if (/<[a-z!][^>]*>/i.test(input.text)) checkPage(input, report);
  else report.addError(input.place, 'interregUnreadable');
}
