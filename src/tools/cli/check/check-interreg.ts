import {EU_STATEMENT, hasEuBudget} from '../../../model/funding.js';
import type {Programme, Project} from '../../../model/records.js';
import {RECORD_SCHEMAS} from '../../../model/schemas/record-schemas.js';
import {isObject, type Schema} from '../../../model/schemas/schema-builder.js';
import {pickText, type Text, translationsOf} from '../../../model/text.js';
import type {Io} from '../io.js';
import type {CheckReport} from './check-report.js';
import {fetchPage} from './check-response.js';
import {probe} from './probe.js';

// Duties of a partner of a project of 2021–2027: Regulation (EU) 2021/1059, article 36(4); for the emblem, Regulation
// (EU) 2021/1060, annex IX. The manual of the programme may ask for more, and decides.

/** Total costs from which a physical investment has a plaque, and a project an event, in euros. */
const [PLAQUE_COSTS, EVENT_COSTS] = [100_000, 5_000_000];

/** Widgets that show the funding statement of the projects that they show. */
const PROJECT_WIDGET =
  /<(?:spass-|[a-z]+\b[^>]*\bdata-spass=["'])(?:project|project-map|project-progress|programme-timeline|explorer)(?=["'\s>])/i;
/** Widget that shows aims and results too. */
const PROJECT_SHEET = /<(?:spass-project(?=[\s>])|[a-z]+\b[^>]*\bdata-spass=["']project["'])/i;
const EMBLEM =
  /<img\b[^>]*\balt=["'][^"']*(?:europ|\bEU\b|\bUE\b|interreg)[^"']*["']|<svg\b[^>]*aria-label=["'][^"']*europ/i;
const AIMS = /objectif|\baims?\b|objectives?\b|doelstelling|\bziele?\b/i;
const RESULTS = /résultat|\bresults?\b|resulta(?:at|ten)|ergebnis/i;

/** Content of an address or a file, with its location for the report. */
interface Input {
  readonly place: string;
  readonly text: string;
}

const simplify = (text: string): string =>
  text
    .replace(/<(script|style)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:rsquo|#0?39|#x27|#8217|apos);/g, '’')
    .replace(/&nbsp;/g, ' ')
    .replaceAll("'", '’')
    .replace(/[\s\u00a0\u202f-]+/g, ' ')
    .toLowerCase();

/** True if a text has the statement of annex IX, in one of its languages. */
const hasStatement = (text: string): boolean =>
  Object.values(EU_STATEMENT).some(statement => simplify(text).includes(simplify(statement)));

/** Checks a page of a partner. */
function checkPage({place, text}: Input, report: CheckReport): void {
  const language = /<html\b[^>]*\blang=["']?([a-z]{2})/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const hasWidget = PROJECT_WIDGET.test(text);
  const hasSheet = PROJECT_SHEET.test(text);
  const words = simplify(text);
  if (hasWidget || hasStatement(text)) report.addPassed('interregStatementFound');
  else report.addError(place, 'interregNoStatement');
  const own = EU_STATEMENT[language];
  if (own && !hasWidget && hasStatement(text) && !words.includes(simplify(own)))
    report.addError(place, 'interregOtherLanguage', language, own);
  if (!hasWidget && !EMBLEM.test(text)) report.addError(place, 'interregNoEmblem');
  if (!hasSheet && !AIMS.test(words)) report.addError(place, 'interregPageNoAims');
  if (!hasSheet && !RESULTS.test(words)) report.addError(place, 'interregPageNoResults');
  if (hasWidget) report.addPassed('interregWidget');
}

const isEmpty = (text: Text | undefined): boolean => !translationsOf(text).some(one => one.trim());

/** True if the rules of 2021–2027 apply to a project, or may apply since its programme is unknown. */
function isOfPeriod2021(project: Project, programme: Programme | undefined): boolean {
  if (programme)
    return programme.generation
      ? programme.generation === 'VI'
      : /^202[1-7]/.test(programme.period?.start ?? '');
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

/** Checks the projects of a portal. */
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
  const concerned = projects.filter(project => isOfPeriod2021(project, programmeOf(project)));
  report.addPassed('interregProjects', projects.length, concerned.length);
  if (concerned.length === 0) report.addError(place, 'interregNoProject');
  for (const project of concerned) checkProject(project, programmeOf(project), place, report);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a collection of a portal API; undefined without it. */
async function readCollection(base: string, name: string): Promise<unknown> {
  const url = `${base.replace(/\/+$/, '')}/${name}?limit=500`;
  const response = await probe(url).catch(() => undefined);
  const body = response?.status === 200 ? parseJson(response.body.toString('utf8')) : undefined;
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
 * Checks what the Regulation asks of a partner of an Interreg project of 2021–2027.
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
  const body = parseJson(input.text.replace(/^\uFEFF/, ''));
  if (isObject(body))
    checkData({projects: body['projects'], programmes: body['programmes']}, input.place, report);
  else if (Array.isArray(body))
    checkData({projects: body, programmes: undefined}, input.place, report);
  else if (/<[a-z!][^>]*>/i.test(input.text)) checkPage(input, report);
  else report.addError(input.place, 'interregUnreadable');
}
