import {nothing} from 'lit';
import {LazyModuleController} from '../../../controllers/lazy-module-controller.js';
import {latestValue, LoadController} from '../../../controllers/load-controller.js';
import type {PortalSource, QueryResult} from '../../../data/source.js';
import {memo} from '../../../model/memo.js';
import {ALL_RECORDS} from '../../../model/query.js';
import type {Programme, Project} from '../../../model/records.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {renderFooter} from '../footer.js';
import type {FundingStatements} from './funding-statement.js';

/** Upper bound on the projects whose programmes are looked up. */
export const MAX_FUNDED_PROJECTS = 500;

interface FundingOptions {
  /** Returns the projects that the widget shows. */
  readonly projects?: () => Iterable<Project>;
  /** Returns their programmes, for a widget that has them. Default: they are loaded. */
  readonly programmes?: () => Iterable<Programme>;
  /** True if the statement stands at the top of the widget. */
  readonly isPreferred?: boolean;
}

/** Funding statements of the projects that a widget shows. The code that draws them is loaded if there is one. */
export class FundingController {
  readonly #host: WidgetHost;
  readonly #options: FundingOptions;
  readonly #programmes:
    LoadController<readonly [PortalSource, string], QueryResult<Programme>> | undefined;
  readonly #view: LazyModuleController<FundingStatements>;

  constructor(host: WidgetHost, {isPreferred = false, ...options}: FundingOptions) {
    this.#host = host;
    this.#options = options;
    this.#programmes = options.programmes ? undefined : this.#createLoad();
    this.#view = new LazyModuleController(
      host,
      () => this.#mayBeFunded,
      async () => new (await import('./funding-statement.js')).FundingStatements(host, isPreferred),
    );
  }

  /** Programmes of the projects shown. */
  get programmes(): readonly Programme[] {
    const {programmes} = this.#options;
    if (programmes) return [...programmes()];
    const ids = new Set(this.#projects().map(({programme}) => String(programme)));
    const all = (this.#programmes && latestValue(this.#programmes.state)?.items) ?? [];
    return [...all].filter(({id}) => ids.has(String(id)));
  }

  /** True if the programmes could not be loaded. */
  get hasFailed(): boolean {
    return this.#programmes?.state.status === 'failed';
  }

  get pending(): readonly Promise<unknown>[] {
    return [...(this.#programmes?.pending ?? []), ...this.#view.pending];
  }

  /** Loads the programmes again. */
  reload(): Promise<void> | undefined {
    return this.#programmes?.reload();
  }

  /** Renders the footer of a widget, with the statements at its start. */
  readonly renderFooter = (result: QueryResult): unknown =>
    renderFooter(this.#host, result, this.render());

  /** @param isOwnPage True to render all statements, also those that another widget of the portal shows: for a poster. */
  render(isOwnPage = false): unknown {
    return this.#view.value?.render(this.programmes, this.#projects(), isOwnPage) ?? nothing;
  }

  /** True if the widget shows a programme, or a project with one or with a budget. */
  get #mayBeFunded(): boolean {
    return this.programmes.length > 0 || this.#projects().some(({budget}) => budget);
  }

  /** First projects of the widget, read once per list. */
  readonly #projects = memo(
    () => [this.#options.projects?.()],
    () => {
      const projects: Project[] = [];
      for (const project of this.#options.projects?.() ?? [])
        if (projects.push(project) === MAX_FUNDED_PROJECTS) break;
      return projects;
    },
  );

  /** Creates the load of all programmes: the query of other widgets, so that it is sent once. */
  #createLoad(): LoadController<readonly [PortalSource, string], QueryResult<Programme>> {
    const {records, i18n, warn} = this.#host;
    return new LoadController(this.#host, {
      args: () => {
        const {openedSource: source} = records;
        // Other sources than portals have no programmes.
        if (!source || source.isForeign) return undefined;
        const isNeeded = this.#projects().some(({programme}) => programme !== undefined);
        return isNeeded ? [source, i18n.language] : undefined;
      },
      load: ([source, lang], signal, reload) =>
        source.find('programmes', {lang, ...ALL_RECORDS}, {signal, reload, warn}),
    });
  }
}
