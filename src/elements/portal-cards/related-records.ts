import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatYears} from '../../controllers/format-period.js';
import {daySpan, yearOfDay} from '../../model/time/period.js';
import type {Id, Portal, Programme, Project} from '../../model/records.js';

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
      this.#projectsByPortal.set(portal, [...(this.#projectsByPortal.get(portal) ?? []), project]);
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
