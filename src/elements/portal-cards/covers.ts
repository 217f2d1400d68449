import type {TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import type {Query} from '../../model/query.js';
import type {Portal, Resource} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {RelatedRecords} from './related-records.js';
import {renderCover} from '../../map/covers/cover.js';
import {coverStyles} from './covers.styles.js';

/** Maximum number of resources whose places are drawn on the covers of a page. */
const MAX_RESOURCES = 200;

const NO_RESOURCES: readonly Resource[] = [];

/** Covers of portals without a picture of their own. Loads the resources whose places they show. */
export class Covers {
  readonly #host: WidgetHost;
  readonly #portals: () => readonly Portal[];
  readonly #resources;
  /** Ids of the portals shown so far, so that fewer of them need no further request. */
  readonly #ids = new Set<string>();
  #drawnFrom: readonly unknown[] = [];
  /** Drawings, with and without labels. */
  #covers: readonly Map<Portal, TemplateResult>[] = [new Map(), new Map()];

  /** @param portals Returns the portals whose covers are drawn. */
  constructor(host: WidgetHost, portals: () => readonly Portal[]) {
    this.#host = host;
    this.#portals = portals;
    this.#resources = host.records.loadInBackground('resources', () => this.#resourceQuery());
    const {styleSheet} = coverStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Returns the query for the resources of subjects and communes; networks show their partners. */
  #resourceQuery(): Query | undefined {
    for (const {id, family, sections, counts} of this.#portals())
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
  render(portal: Portal, related: RelatedRecords, hasLabels: boolean): TemplateResult | undefined {
    const {language} = this.#host.i18n;
    const items: Iterable<Resource> = latestValue(this.#resources.state)?.items ?? NO_RESOURCES;
    const source = [related, items, language];
    if (source.some((part, i) => part !== this.#drawnFrom[i])) {
      this.#drawnFrom = source;
      this.#covers = [new Map(), new Map()];
    }
    const covers = this.#covers[Number(hasLabels)];
    if (covers && !covers.has(portal)) {
      const records = {
        projects: related.projectsOf(portal),
        otherProjects: related.allProjects,
        resources: [...items],
      };
      covers.set(portal, renderCover(portal, records, {hasLabels, language}));
    }
    return covers?.get(portal);
  }
}
