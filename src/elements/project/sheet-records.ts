import {latestValue} from '../../controllers/load-controller.js';
import {type Query, splitList} from '../../model/query.js';
import type {PortalEvent, Programme, Project} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {FundingController} from '../parts/funding/funding-controller.js';
import {shownProject} from '../parts/project/project-state.js';

/** Upper bound on the projects of a portfolio. */
const MAX_CHILDREN = 100;

/** Records of a sheet: the project, its portfolio, its programme and its events. */
export class SheetRecords {
  readonly funding: FundingController;
  readonly #host: WidgetHost;
  readonly #openId: () => string | undefined;
  readonly #projects;
  readonly #related;
  readonly #events;
  #latest: Project | undefined;

  /** @param openId Returns the id of the project that the reader has opened instead of the first. */
  constructor(host: WidgetHost, openId: () => string | undefined) {
    this.#host = host;
    this.#openId = openId;
    this.#projects = host.records.load('projects', () => this.#projectQuery());
    this.#related = host.records.load('projects', () => this.#relatedQuery());
    host.records.background.push(this.#related);
    this.#events = host.records.load('events', () => this.#eventQuery(), 'all');
    this.funding = new FundingController(host, {
      projects: () => (this.project ? [this.project] : []),
      isPreferred: true,
    });
    host.records.countRendered = () => (this.project ? 1 : 0);
  }

  get state() {
    return this.#projects.state;
  }

  /** Project shown. The previous one stays until the next is loaded. */
  get project(): Project | undefined {
    this.#latest = shownProject(this.#projects.state, this.#requestedId, this.#latest);
    return this.#latest;
  }

  /** True once the project asked for is the one shown, or there is none. */
  get isShown(): boolean {
    const id = this.#requestedId;
    return this.state.status !== 'loading' || (id !== undefined && String(this.project?.id) === id);
  }

  /** Portfolio of the project. */
  get parent(): Project | undefined {
    const {project} = this;
    const id = project?.parent;
    return id === undefined || String(id) === String(project?.id)
      ? undefined
      : this.#all.find(one => String(one.id) === String(id));
  }

  /** Project that the page names, if it is loaded. */
  get first(): Project | undefined {
    const [id] = splitList(this.#host.project);
    return id === undefined ? undefined : this.#all.find(one => String(one.id) === id);
  }

  /** Projects of a portfolio, in the order of the source; without its own portfolio, if the data state a circle. */
  get children(): readonly Project[] {
    const ids = [this.project?.id, this.project?.parent].map(String);
    const children = new Map<string, Project>();
    for (const one of this.#all)
      if (String(one.parent) === ids[0] && !ids.includes(String(one.id)))
        children.set(String(one.id), one);
    return [...children.values()];
  }

  get programme(): Programme | undefined {
    return this.funding.programmes[0];
  }

  get events(): readonly PortalEvent[] {
    return [...(latestValue(this.#events.state)?.items ?? [])];
  }

  /** True if something beside the project could not be loaded. */
  get isPartial(): boolean {
    return this.funding.hasFailed || this.#others.some(({state}) => state.status === 'failed');
  }

  /** Retries failed loads. */
  readonly reloadFailed = (): void => {
    if (this.funding.hasFailed) void this.funding.reload();
    for (const load of this.#others) if (load.state.status === 'failed') void load.reload();
  };

  get #others() {
    return [this.#related, this.#events];
  }

  get #all(): readonly Project[] {
    return [this.#projects, this.#related].flatMap(({state}) => [
      ...(latestValue(state)?.items ?? []),
    ]);
  }

  get #requestedId(): string | undefined {
    return this.#openId() ?? splitList(this.#host.project)[0];
  }

  #projectQuery(): Query {
    const {records, i18n} = this.#host;
    const id = this.#requestedId;
    const lang = i18n.language;
    if (id === undefined) return {...records.fixedFilter, limit: 1, lang};
    // The filter also matches the projects of a portfolio.
    const filter = this.#openId() === undefined ? records.fixedFilter : {};
    return {...filter, project: [id], limit: MAX_CHILDREN, lang};
  }

  /** Returns the query for the portfolio, and for the projects of a project that was not named. */
  #relatedQuery(): Query | undefined {
    const {project} = this;
    if (!project) return undefined;
    const ids = [this.#requestedId === undefined ? project.id : undefined, project.parent];
    const wanted = ids.filter(id => id !== undefined).map(String);
    return wanted.length === 0
      ? undefined
      : {project: wanted, limit: MAX_CHILDREN, lang: this.#host.i18n.language};
  }

  #eventQuery(): Query | undefined {
    const {project} = this;
    return project && {project: [String(project.id)], lang: this.#host.i18n.language};
  }
}
