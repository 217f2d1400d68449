import type {LocalizeController} from '../../controllers/localize-controller.js';
import {yearsWords} from '../../controllers/period-words.js';
import {daySpan, yearOfDay} from '../../model/period.js';
import type {Id, Portal, Programme, Project} from '../../model/records.js';
import {fundingOf} from '../funding.js';

const byId = <R extends {readonly id: Id}>(records: Iterable<R>): ReadonlyMap<string, R> =>
  new Map([...records].map(record => [String(record.id), record]));

/** Projects and programmes, looked up by portal. */
export class Related {
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #programmes: ReadonlyMap<string, Programme>;
  readonly #naming = new Map<string, Project[]>();

  constructor(projects: Iterable<Project> = [], programmes: Iterable<Programme> = []) {
    this.#projects = byId(projects);
    this.#programmes = byId(programmes);
    for (const project of this.#projects.values()) {
      const portal = String(project.portal);
      this.#naming.set(portal, [...(this.#naming.get(portal) ?? []), project]);
    }
  }

  programmeOf({programme}: Portal): Programme | undefined {
    return this.#programmes.get(String(programme));
  }

  /** Returns the projects that refer to a portal, or that the portal refers to. */
  projectsOf({id, projects = []}: Portal): readonly Project[] {
    const named = projects.map(project => this.#projects.get(String(project)));
    const all = new Set([...(this.#naming.get(String(id)) ?? []), ...named]);
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
    const years = yearsWords(i18n, {start, end});
    const isRough = projects.some(project => project.datePrecision === 'circa');
    return isRough ? i18n.messages.circa(years) : years;
  }

  /** Renders the funding statements required by the programmes of some portals. */
  fundingOf(portals: readonly Portal[], i18n: LocalizeController): unknown {
    return fundingOf(
      portals.map(portal => this.programmeOf(portal)),
      i18n,
    );
  }
}
