import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal, Id, Programme, Project} from '../../model/records.js';
import type {LocalizedText, Text} from '../../model/text.js';
import {formatYears} from '../../controllers/format-period.js';
import {daySpan, yearOfDay} from '../../model/time/period.js';

const byId = <R extends {readonly id: Id}>(records: Iterable<R>): ReadonlyMap<string, R> =>
  new Map([...records].map(record => [String(record.id), record]));

export const hasProgramme = ({programme}: Portal): boolean => programme !== undefined;

/** True if projects or programmes may add facts about a portal. */
export const hasRelated = (portal: Portal): boolean =>
  hasProgramme(portal) || !!portal.projects?.length;

/** Projects and programmes, looked up by portal. */
export class RelatedRecords {
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #programmes: ReadonlyMap<string, Programme>;
  readonly #projectsByPortal = new Map<string, Project[]>();

  constructor(projects: Iterable<Project> = [], programmes: Iterable<Programme> = []) {
    this.#projects = byId(projects);
    this.#programmes = byId(programmes);
    for (const project of this.#projects.values()) {
      const portal = String(project.portal);
      if (!this.#projectsByPortal.get(portal)?.push(project))
        this.#projectsByPortal.set(portal, [project]);
    }
  }

  get allProjects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  programmeOf({programme}: Portal): Programme | undefined {
    return this.#programmes.get(String(programme));
  }

  /** Returns the projects that refer to a portal, or that the portal refers to. */
  projectsOf({id, projects = []}: Portal): readonly Project[] {
    const referenced = projects.map(project => this.#projects.get(String(project)));
    const all = new Set([...(this.#projectsByPortal.get(String(id)) ?? []), ...referenced]);
    return [...all].filter(project => project !== undefined);
  }

  /** Formats the years from the first to the last day of a portal's projects. */
  yearsOf(portal: Portal, i18n: LocalizeController): string {
    const projects = this.projectsOf(portal);
    const spans = projects
      .map(project => daySpan(project.period))
      .filter(span => span !== undefined);
    if (spans.length === 0) return '';
    const [start, end] = [
      Math.min(...spans.map(span => span.first)),
      Math.max(...spans.map(span => span.last)),
    ].map(day => (Number.isFinite(day) ? String(yearOfDay(day)) : undefined));
    const years = formatYears(i18n, {start, end});
    const isApproximate = projects.some(project => project.datePrecision === 'circa');
    return isApproximate ? i18n.messages.circa(years) : years;
  }
}

/** Fact about a portal, with its language if that is not the user's. */
export interface PortalFact extends LocalizedText {
  /** True if the previous fact is the same in another language. */
  readonly isTranslation?: boolean;
  /** True if the fact is the codes of languages, which are short. */
  readonly isLanguages?: boolean;
}

/** Returns short facts about a portal, the most important first. Those of a lead have the number of its projects. */
export function factsOf(
  portal: Portal,
  i18n: LocalizeController<'portalCards'>,
  related: RelatedRecords,
  isLead = false,
): readonly PortalFact[] {
  const {messages, number} = i18n;
  const {counts = {}, actors = [], projects = []} = portal;
  let resources = 0;
  for (const count of Object.values(counts)) resources += count;
  const facts: readonly PortalFact[] = [
    {value: resources ? messages.resources(resources, number(resources)) : ''},
    // One actor is no fact: each portal has one.
    {value: actors.length > 1 ? messages.actors(actors.length, number(actors.length)) : ''},
    {
      value:
        isLead && projects.length > 1
          ? messages.projects(projects.length, number(projects.length))
          : '',
    },
    {value: languagesOf(portal, i18n), isLanguages: true},
  ];
  const [place, credit] = [placeOf(portal, i18n), creditOf(portal, i18n)];
  // A programme may be loaded later: it moves none before it.
  return [...place, ...facts, i18n.text(related.programmeOf(portal)?.title), credit].filter(
    ({value}) => value,
  );
}

/** Returns the facts of a card with little room: the place, and the credit that the licence of a picture asks for. */
export const shortFactsOf = (
  portal: Portal,
  i18n: LocalizeController<'portalCards'>,
): readonly PortalFact[] =>
  [...placeOf(portal, i18n), creditOf(portal, i18n)].filter(({value}) => value);

/** Returns the names of the territory, and whether the portal is an archive. */
const placeOf = (
  {territory, languages, status}: Portal,
  i18n: LocalizeController<'portalCards'>,
): readonly PortalFact[] => [
  ...territoryNames(territory?.name, i18n, languages?.[0]),
  {value: status === 'archive' ? i18n.messages.archived : ''},
];

const creditOf = (
  {cover}: Portal,
  {messages, colon}: LocalizeController<'portalCards'>,
): PortalFact => ({value: cover?.credit ? `${messages.picture}${colon}${cover.credit}` : ''});

/**
 * Returns the name of a territory in all its languages, the user's first. A name that is a string is in the first language
 * of the portal.
 */
function territoryNames(
  names: Text | undefined,
  i18n: LocalizeController,
  portalLanguage: string | undefined,
): readonly PortalFact[] {
  const first = i18n.text(names, portalLanguage);
  if (typeof names !== 'object') return [first];
  const others = Object.entries(names).map(([lang, value]) => ({
    ...i18n.text(value, lang),
    isTranslation: true,
  }));
  return [first, ...others.filter(({value}) => value !== first.value)];
}

/**
 * Returns the languages of a portal as codes, or an empty string if the user's language is the only one. Their names would
 * fill a line of a card.
 */
const languagesOf = ({languages = []}: Portal, {language}: LocalizeController): string =>
  languages.some(code => !language.startsWith(code)) ? languages.join('/').toUpperCase() : '';
