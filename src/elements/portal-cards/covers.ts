import type {TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import {runInSlices, yieldToMain} from '../../data/scheduling.js';
import {
  coverPlaces,
  drawCover,
  HEIGHT,
  isNetwork,
  PREPARATION,
  WIDTH,
} from '../../map/covers/cover.js';
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

/** Tag of a card. */
type CardElement = HTMLElement & {readonly portal?: Portal};

/** Width and height of the frame of a cover, in pixels. */
type Size = readonly [width: number, height: number];

interface DrawnCover {
  readonly portal: Portal;
  readonly size: Size;
  /** Places and options that it was drawn from. */
  readonly content: string;
  readonly template: TemplateResult;
}

/** Size of covers without a layout. */
const DEFAULT_SIZE: Size = [WIDTH, HEIGHT];
/** Change of a width or height from which a cover is drawn again, in pixels. */
const MIN_CHANGE = 12;
/** Size of the letters on a cover in pixels, and width in pixels for each name. */
const [FONT_SIZE, NAME_WIDTH] = [12, 44] as const;
/** Minimum width of a cover with names, and with a scale bar, in pixels. */
const [MIN_NAMES_WIDTH, MIN_SCALE_WIDTH] = [110, 180] as const;

const isResized = ([width, height]: Size, [newWidth, newHeight]: Size): boolean =>
  newWidth > 0 && Math.max(Math.abs(width - newWidth), Math.abs(height - newHeight)) >= MIN_CHANGE;

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
  /** Number of changes of size. */
  #resizes = 0;
  /** Last drawing of each cover, shown until it is drawn again. */
  readonly #drawings = new Map<string, DrawnCover>();
  /** Covers that show the current records. */
  readonly #current = memo(
    () => [this.#options.related(), this.#items, this.#host.i18n.language, this.#resizes],
    () => new WeakSet<Portal>(),
  );
  /** Portals whose covers are to be drawn. */
  #queue: Portal[] = [];

  constructor(host: WidgetHost, options: CoversOptions) {
    this.#host = host;
    this.#options = options;
    this.#resources = host.records.load('resources', () => this.#resourceQuery());
    host.records.background.push(this.#resources);
    adoptStyles(host, coverStyles);
    // In the next frame: a change of heights by an observer is reported to the page as an error (ResizeObserver loop).
    new ResizeObserver(() => requestAnimationFrame(() => this.#checkSizes())).observe(host);
  }

  /** Draws covers again whose names would be too small or too large. */
  #checkSizes(): void {
    const sizes = this.#sizes();
    const drawings = [...this.#drawings.values()];
    if (!drawings.some(({portal, size}) => isResized(size, sizes.get(portal) ?? size))) return;
    this.#resizes++;
    this.#host.requestUpdate();
  }

  /** Draws the covers with names for their sizes on the sheet, and again for those on the screen once it is printed. */
  fitToSheet(): void {
    const sizes = this.#sizes();
    for (const {portal} of [...this.#drawings.values()]) this.#draw(portal, sizes.get(portal));
    this.#host.requestUpdate();
    addEventListener('afterprint', () => this.#checkSizes(), {once: true});
  }

  /** Returns the sizes of the covers on the page. */
  #sizes(): ReadonlyMap<Portal, Size> {
    const sizes = new Map<Portal, Size>();
    for (const card of this.#host.renderRoot.querySelectorAll<CardElement>('.card')) {
      const box = card.querySelector('.cover')?.getBoundingClientRect();
      if (card.portal && box?.width) sizes.set(card.portal, [box.width, box.height]);
    }
    return sizes;
  }

  get #items(): Iterable<Resource> {
    return latestValue(this.#resources.state)?.items ?? NO_RESOURCES;
  }

  /** Returns the query for the resources of subjects and communes; networks show their partners, if they have places. */
  #resourceQuery(): Query | undefined {
    for (const portal of this.#options.portals()) {
      const {id, sections, counts} = portal;
      if (!sections?.length && !counts) continue;
      if (!isNetwork(portal, this.#options.related().projectsOf(portal))) this.#ids.add(String(id));
    }
    const {language} = this.#host.i18n;
    return this.#ids.size === 0
      ? undefined
      : {portal: [...this.#ids], limit: MAX_RESOURCES, lang: language};
  }

  /** Returns the cover of a portal; undefined until it is drawn for the first time. */
  render(portal: Portal): TemplateResult | undefined {
    const current = this.#current();
    if (!current.has(portal)) {
      current.add(portal);
      if (this.#queue.push(portal) === 1) void this.#drawQueue();
    }
    return this.#drawings.get(String(portal.id))?.template;
  }

  async #drawQueue(): Promise<void> {
    // The queue is complete when all cards are rendered.
    await yieldToMain();
    const queue = this.#queue;
    this.#queue = [];
    const sizes = this.#sizes();
    let isChanged = false as boolean;
    const drawings = queue.map(portal => () => {
      if (this.#draw(portal, sizes.get(portal))) isChanged = true;
    });
    const steps = [...PREPARATION, ...drawings];
    await runInSlices(steps.length, index => steps[index]?.(), undefined, 1);
    if (isChanged) this.#host.requestUpdate();
  }

  /** Returns true if the cover differs from the last one. */
  #draw(portal: Portal, size: Size = DEFAULT_SIZE): boolean {
    const related = this.#options.related();
    const {language} = this.#host.i18n;
    const places = coverPlaces(portal, {
      projects: related.projectsOf(portal),
      otherProjects: related.allProjects,
      resources: [...this.#items],
      language,
    });
    const [width, height] = size;
    // Pixels of a unit; the frame cuts off what is wider or higher than the cover.
    const unit = Math.max(width / WIDTH, height / HEIGHT);
    const options = {
      fontSize: FONT_SIZE / unit,
      maxNames: width < MIN_NAMES_WIDTH ? 0 : Math.round(width / NAME_WIDTH),
      hasScale: width >= MIN_SCALE_WIDTH,
      cut: [(WIDTH - width / unit) / 2, (HEIGHT - height / unit) / 2],
      language,
    } as const;
    const content = JSON.stringify([portal.family, places, options]);
    const key = String(portal.id);
    if (this.#drawings.get(key)?.content === content) return false;
    const template = drawCover(portal, places, options);
    this.#drawings.set(key, {portal, size, content, template});
    return true;
  }
}
