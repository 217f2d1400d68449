import type {TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import {runInSlices, yieldToMain} from '../../data/scheduling.js';
import {coverPlaces, drawCover, PREPARATION} from '../../map/covers/cover.js';
import {memo} from '../../model/memo.js';
import type {Query} from '../../model/query.js';
import type {Portal, Resource} from '../../model/records.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import type {WidgetHost} from '../base/widget-view.js';
import {coverStyles} from '../../styles/covers.styles.js';
import type {RelatedRecords} from './facts.js';

/** Maximum number of resources whose places are drawn on the covers of a page. */
const MAX_RESOURCES = 200;

const NO_RESOURCES: readonly Resource[] = [];

interface CoversOptions {
  /** Returns the portals whose covers are drawn. */
  portals(): readonly Portal[];
  /** Returns their projects and programmes. */
  related(): RelatedRecords;
}

interface DrawnCover {
  /** Places and options that it was drawn from. */
  readonly content: string;
  readonly template: TemplateResult;
}

/** Id of a portal, with the names of places or without. */
const cacheKeyOf = ({id}: Portal, hasLabels: boolean): string =>
  `${String(id)} ${String(hasLabels)}`;

/**
 * Covers of portals without a picture of their own. Loads the resources whose places they show. Draws in slices, since
 * a page of covers takes a quarter of a second on a slow device.
 */
export class Covers {
  readonly #host: WidgetHost;
  readonly #options: CoversOptions;
  readonly #resources;
  /** Ids of the portals shown so far, so that fewer of them need no further request. */
  readonly #ids = new Set<string>();
  /** Last drawing of each cover, shown until it is drawn again. */
  readonly #drawings = new Map<string, DrawnCover>();
  /** Covers that show the current records. */
  readonly #current = memo(
    () => [this.#options.related(), this.#items, this.#host.i18n.language],
    () => ({plain: new WeakSet<Portal>(), labelled: new WeakSet<Portal>()}),
  );
  /** Covers to draw: portals, and `hasLabels` of each. */
  #queue: (readonly [Portal, boolean])[] = [];

  constructor(host: WidgetHost, options: CoversOptions) {
    this.#host = host;
    this.#options = options;
    this.#resources = host.records.load('resources', () => this.#resourceQuery());
    host.records.background.push(this.#resources);
    adoptStyles(host, coverStyles);
  }

  get #items(): Iterable<Resource> {
    return latestValue(this.#resources.state)?.items ?? NO_RESOURCES;
  }

  /** Returns the query for the resources of subjects and communes; networks show their partners, if they have places. */
  #resourceQuery(): Query | undefined {
    for (const portal of this.#options.portals()) {
      const {id, family, sections, counts} = portal;
      const projects = this.#options.related().projectsOf(portal);
      const isNetwork =
        family === 'acteur' && projects.some(({partners}) => partners?.some(({geo}) => geo));
      if (!isNetwork && (sections?.length || counts)) this.#ids.add(String(id));
    }
    const {language} = this.#host.i18n;
    return this.#ids.size === 0
      ? undefined
      : {portal: [...this.#ids], limit: MAX_RESOURCES, lang: language};
  }

  /**
   * Returns the cover of a portal; undefined until it is drawn for the first time.
   *
   * @param hasLabels Shows the names of the places.
   */
  render(portal: Portal, hasLabels: boolean): TemplateResult | undefined {
    const current = this.#current()[hasLabels ? 'labelled' : 'plain'];
    if (!current.has(portal)) {
      current.add(portal);
      if (this.#queue.push([portal, hasLabels]) === 1) void this.#drawQueue();
    }
    return this.#drawings.get(cacheKeyOf(portal, hasLabels))?.template;
  }

  async #drawQueue(): Promise<void> {
    // The queue is complete when all cards are rendered.
    await yieldToMain();
    const queue = this.#queue;
    this.#queue = [];
    let isChanged = false as boolean;
    const drawings = queue.map(cover => () => {
      if (this.#draw(...cover)) isChanged = true;
    });
    const steps = [...PREPARATION, ...drawings];
    await runInSlices(steps.length, index => steps[index]?.(), undefined, 1);
    if (isChanged) this.#host.requestUpdate();
  }

  /** Returns true if the cover differs from the last one. */
  #draw(portal: Portal, hasLabels: boolean): boolean {
    const related = this.#options.related();
    const places = coverPlaces(portal, {
      projects: related.projectsOf(portal),
      otherProjects: related.allProjects,
      resources: [...this.#items],
    });
    const {language} = this.#host.i18n;
    const content = JSON.stringify([portal.family, places, hasLabels && language]);
    const key = cacheKeyOf(portal, hasLabels);
    if (this.#drawings.get(key)?.content === content) return false;
    this.#drawings.set(key, {content, template: drawCover(portal, places, {hasLabels, language})});
    return true;
  }
}
