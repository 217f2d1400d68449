import type {TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import {renderCover} from '../../map/covers/cover.js';
import {memo} from '../../model/memo.js';
import type {Query} from '../../model/query.js';
import type {Portal, Resource} from '../../model/records.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import type {WidgetHost} from '../base/widget-view.js';
import {coverStyles} from '../../styles/covers.styles.js';
import type {RelatedRecords} from './related-records.js';

/** Maximum number of resources whose places are drawn on the covers of a page. */
const MAX_RESOURCES = 200;

const NO_RESOURCES: readonly Resource[] = [];

interface CoversOptions {
  /** Returns the portals whose covers are drawn. */
  portals(): readonly Portal[];
  /** Returns their projects and programmes. */
  related(): RelatedRecords;
}

type Drawings = Map<Portal, TemplateResult>;

/** Covers of portals without a picture of their own. Loads the resources whose places they show. */
export class Covers {
  readonly #host: WidgetHost;
  readonly #options: CoversOptions;
  readonly #resources;
  /** Ids of the portals shown so far, so that fewer of them need no further request. */
  readonly #ids = new Set<string>();
  /** Drawings made so far. */
  readonly #drawings = memo(
    () => [this.#options.related(), this.#items, this.#host.i18n.language],
    (): {readonly plain: Drawings; readonly labelled: Drawings} => ({
      plain: new Map(),
      labelled: new Map(),
    }),
  );

  constructor(host: WidgetHost, options: CoversOptions) {
    this.#host = host;
    this.#options = options;
    this.#resources = host.records.loadInBackground('resources', () => this.#resourceQuery());
    adoptStyles(host, coverStyles);
  }

  get #items(): Iterable<Resource> {
    return latestValue(this.#resources.state)?.items ?? NO_RESOURCES;
  }

  /** Returns the query for the resources of subjects and communes; networks show their partners. */
  #resourceQuery(): Query | undefined {
    for (const {id, family, sections, counts} of this.#options.portals())
      if (family !== 'acteur' && (sections?.length || counts)) this.#ids.add(String(id));
    const {language} = this.#host.i18n;
    return this.#ids.size === 0
      ? undefined
      : {portal: [...this.#ids], limit: MAX_RESOURCES, lang: language};
  }

  /**
   * Renders the cover of a portal.
   *
   * @param hasLabels Shows the names of the places.
   */
  render(portal: Portal, hasLabels: boolean): TemplateResult {
    const drawings = this.#drawings()[hasLabels ? 'labelled' : 'plain'];
    const known = drawings.get(portal);
    if (known) return known;
    const related = this.#options.related();
    const records = {
      projects: related.projectsOf(portal),
      otherProjects: related.allProjects,
      resources: [...this.#items],
    };
    const {language} = this.#host.i18n;
    const drawing = renderCover(portal, records, {hasLabels, language});
    drawings.set(portal, drawing);
    return drawing;
  }
}
