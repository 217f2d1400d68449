import {css, html, nothing} from 'lit';
import {ContentController} from '../../controllers/content-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {parseRecord} from '../../data/validation.js';
import {records, pictureComparison} from '../../i18n/fr/widgets.js';
import {memo} from '../../model/memo.js';
import type {DatedPicture} from '../parts/pictures/dated-pictures.js';
import {joinFacts} from '../../model/text.js';
import {pictureComparisonStyles} from '../../styles/picture-comparison.styles.js';
import {replacePrerendered} from '../base/prerendered-content.js';
import type {ElementView} from '../base/widget-view.js';
import {
  PictureComparison,
  type ComparedPicture,
  comparedPicture,
} from '../parts/pictures/picture-comparison.js';
import type {CompareHost, PictureSeries} from './picture-series.js';
import type {SeriesRecord} from './series-record.js';

/** Pictures as large as the window and their column allow, and content of the page apart from them. */
const sizeStyles = css`
  slot:not([name]) {
    display: block;
    margin-block-start: 0.75em;
  }
  @media screen {
    .pair:not(.side) {
      --_size: calc(clamp(24em, 88vh, 50em) * var(--_ratio));
      max-inline-size: var(--_size);
    }
    /* Beside tall pictures there is room for their buttons and credit. */
    @container (width >= 48em) {
      .tall.pair:not(.side) {
        display: grid;
        grid-template: 1fr auto / minmax(0, var(--_size)) minmax(11em, 1fr);
        row-gap: 0;
        max-inline-size: none;
      }
      .tall:not(.side) > .frame {
        grid-row: 1 / span 4;
      }
      .tall:not(.side) > :not(.frame) {
        grid-column: 2;
        align-self: end;
        margin-block-start: 0.75em;
      }
    }
  }
`;

/** Two pictures in one frame, or a series, from `items` or from the children of the host. */
export class CompareView implements ElementView {
  static readonly styles = [pictureComparisonStyles, sizeStyles];

  readonly #host: CompareHost;
  readonly #i18n: LocalizeController<'pictureComparison'>;
  readonly #comparison: PictureComparison;
  readonly #images: ContentController;
  readonly #pictures = memo(
    () => [this.#host.items],
    () => this.#validateItems(),
  );
  readonly #series: LazyModuleController<PictureSeries>;
  readonly #record: LazyModuleController<SeriesRecord>;
  readonly #seriesPictures = memo(
    () => [this.#host.items, this.#images.version],
    (): readonly DatedPicture[] =>
      this.#host.items
        ? this.#pictures().filter(picture => picture !== undefined)
        : this.#images.nodes.flatMap(node => readPicture(node) ?? []),
  );

  constructor(host: CompareHost) {
    this.#host = host;
    this.#i18n = host.i18n.withSections({pictureComparison, records});
    this.#comparison = new PictureComparison(host, this.#i18n);
    this.#images = new ContentController(host, {
      selector: 'img, picture',
      slot: 'view',
      observedAttributes: [
        'src',
        'srcset',
        'alt',
        'width',
        'height',
        'data-year',
        'data-credit',
        'data-date',
        'data-date-precision',
        'data-licence',
      ],
    });
    this.#series = new LazyModuleController(
      host,
      () => this.#isSeries,
      async () => new (await import('./picture-series.js')).PictureSeries(host, this.#i18n),
    );
    this.#record = new LazyModuleController(
      host,
      () => this.#hasRecord,
      async () => new (await import('./series-record.js')).SeriesRecord(host, this.#i18n),
    );
  }

  /** Number of pictures in `items` or among the children of the host. */
  get #count(): number {
    return (this.#host.items ? this.#pictures() : this.#images.nodes).length;
  }

  get #isSeries(): boolean {
    const count = this.#count;
    const {mode, geo} = this.#host;
    // The series has the sheet of all pictures, and the map.
    return this.#hasRecord || count > 2 || (count === 2 && (mode === 'grid' || Boolean(geo)));
  }

  get #hasRecord(): boolean {
    return Boolean(this.#host.record) && !this.#host.items;
  }

  pending(): readonly Promise<unknown>[] {
    return [this.#series, this.#record].flatMap(({pending, value}) => [
      ...pending,
      ...(value?.pending ?? []),
    ]);
  }

  /** Requests the record again, and the pictures that failed to load. */
  reloadPictures(): void {
    this.#record.value?.reload();
    const images = this.#host.renderRoot.querySelectorAll('img');
    for (const image of [...images, ...this.#images.nodes.map(imageOf)])
      if (image && isBroken(image)) image.src = image.getAttribute('src') ?? '';
  }

  hostUpdated(): void {
    const {nodes} = this.#images;
    // Content of the page is shown below the pictures, which plain content repeats.
    if (this.#i18n.isReady && this.pending().length === 0 && replacePrerendered(this.#host))
      for (const child of this.#host.querySelectorAll('[data-spass-brought]'))
        child.slot = 'prerendered';
    if (this.#host.items || this.#hasRecord) return;
    // While the document is loading, the parser may still add images.
    if (nodes.length < 2 && document.readyState !== 'loading')
      this.#host.warn(`two images are compared, and there are ${nodes.length}`);
    nodes.forEach((node, index) => {
      const image = imageOf(node);
      if (!image?.hasAttribute('alt')) this.#host.warn(`image ${index + 1} has no alt`);
      // An image may have failed before a listener was added. One that decodes but reports no intrinsic size has not
      // failed.
      if (image && image !== node) fillFrame(image);
      if (image && isBroken(image))
        image
          .decode()
          .catch(() => isBroken(image) && this.#comparison.setFailed(keyOf(image), true));
    });
  }

  render(): unknown {
    if (!this.#i18n.isReady) return this.#images.renderSlots();
    if (this.#host.items && this.#seriesPictures().length === 0)
      return html`<p class="notice">${this.#i18n.messages.noData}</p>`;
    const {value: series} = this.#series;
    const isRecord = this.#hasRecord && !this.#record.hasFailed && !this.#series.hasFailed;
    const recordContent = isRecord && series && this.#record.value?.render(series);
    if (recordContent) return recordContent;
    // Only the series decides which pictures are loaded.
    if (isRecord || (this.#host.items && this.#series.pending.length > 0))
      return html`<div class="view bone" aria-hidden="true"></div>
        <p class="sr">${this.#i18n.messages.loading}</p>`;
    // Until the code of the series is loaded, or without it, its ends are compared.
    return series && this.#isSeries
      ? series.render(this.#seriesPictures())
      : this.#renderComparison();
  }

  /** Validates `items` like records of a response. */
  #validateItems(): readonly (DatedPicture | undefined)[] {
    const {items = []} = this.#host;
    if (!Array.isArray(items)) {
      this.#host.warn('items: expected a list of pictures');
      return [];
    }
    return items.map((item: unknown, index) => {
      const year = (item as {year?: unknown} | null)?.year;
      const {value, errors: faults} = parseRecord(
        'stories',
        {id: 1, steps: [{image: item}]},
        document.baseURI,
      );
      for (const fault of faults)
        this.#host.warn(fault.replace('steps[0].image', `items[${index}]`));
      const picture = value?.steps?.[0]?.image;
      const isYear = typeof year === 'number' || typeof year === 'string';
      return picture && {...picture, year: isYear ? String(year) : undefined};
    });
  }

  #renderComparison(): unknown {
    const {items, mode} = this.#host;
    const [before, after] = [0, Math.max(1, this.#count - 1)].map(index => {
      const picture = this.#pictures()[index];
      return items
        ? picture && comparedPicture(picture, this.#i18n, picture.year ?? picture.date)
        : this.#viewOf(index);
    });
    return before || after
      ? this.#comparison.render({before, after, mode: mode === 'grid' ? 'side' : mode})
      : nothing;
  }

  #viewOf(index: number): ComparedPicture | undefined {
    const node = this.#images.nodes[index];
    const image = node && imageOf(node);
    if (!image) return undefined;
    const {year, date, credit, licence, ...declared} = readPicture(node) ?? {src: ''};
    // A picture without a declared size may be loaded already.
    const {width, height} =
      declared.width && declared.height
        ? declared
        : {width: image.naturalWidth, height: image.naturalHeight};
    return {
      key: keyOf(image),
      content: html`<slot name=${this.#images.slotName(index)}></slot>`,
      alt: {value: image.alt},
      year: year ?? date,
      credit: joinFacts([credit, licence]),
      size: width && height ? {width, height} : undefined,
    };
  }
}

/** Returns the picture that a node of the page shows, with its `data-*` attributes. */
function readPicture(node: HTMLElement): DatedPicture | undefined {
  const image = imageOf(node);
  if (!image) return undefined;
  // An attribute of `<picture>` prevails over one of its image.
  const read = (name: string): string | undefined => node.dataset[name] ?? image.dataset[name];
  const [width, height] = ['width', 'height'].map(
    name => Number(image.getAttribute(name)) || undefined,
  );
  const sources = [...image.srcset.matchAll(/(\S+)\s+(\d+)w/g)].map(([, src = '', candidate]) => ({
    src,
    width: Number(candidate),
  }));
  return {
    ...{src: image.src, alt: image.alt, width, height, sources},
    ...{year: read('year'), date: read('date'), datePrecision: read('datePrecision')},
    ...{credit: read('credit'), licence: read('licence')},
  };
}

/** Returns the image of a node; a page may wrap it in `<picture>`. */
const imageOf = (node: Element): HTMLImageElement | undefined =>
  (node instanceof HTMLImageElement ? node : node.querySelector('img')) ?? undefined;

/** Styles an image inside a slotted element, which `::slotted` cannot select. */
const fillFrame = ({style}: HTMLImageElement): void => {
  Object.assign(style, {
    display: 'block',
    inlineSize: '100%',
    blockSize: '100%',
    objectFit: 'cover',
  });
};

const keyOf = ({src, srcset}: HTMLImageElement): string => `${src} ${srcset}`;

const isBroken = (image: HTMLImageElement): boolean => image.complete && image.naturalWidth === 0;
