import {html, type LitElement, nothing} from 'lit';
import {ContentController} from '../../controllers/content-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {parseRecord} from '../../data/validation/parse.js';
import {pictureComparison} from '../../i18n/fr/picture-comparison.js';
import {records} from '../../i18n/fr/records.js';
import {memo} from '../../model/memo.js';
import type {Picture} from '../../model/records.js';
import {pictureComparisonStyles} from '../../styles/picture-comparison.styles.js';
import {replacePrerendered} from '../base/prerendered-content.js';
import type {ElementView} from '../base/widget-view.js';
import {
  PictureComparison,
  type ComparedPicture,
  comparedPicture,
} from '../parts/pictures/picture-comparison.js';

/** Picture with the year it was taken. */
type DatedPicture = Picture & {readonly year: string | undefined};

interface CompareHost extends LitElement {
  readonly mode: 'slide' | 'side';
  readonly items?: readonly unknown[] | undefined;
  readonly i18n: LocalizeController;
  warn(message: string): void;
}

/** Two pictures in one frame, from `items` or from the children of the host. */
export class CompareView implements ElementView {
  static readonly styles = [pictureComparisonStyles];

  readonly #host: CompareHost;
  readonly #i18n: LocalizeController<'pictureComparison'>;
  readonly #comparison: PictureComparison;
  readonly #images: ContentController;
  readonly #pictures = memo(
    () => [this.#host.items],
    () => this.#validateItems(),
  );

  constructor(host: CompareHost) {
    this.#host = host;
    this.#i18n = host.i18n.withSections({pictureComparison, records});
    this.#comparison = new PictureComparison(host, this.#i18n);
    this.#images = new ContentController(host, {
      selector: 'img, picture',
      slot: 'view',
      observedAttributes: ['src', 'srcset', 'alt', 'width', 'height', 'data-year', 'data-credit'],
    });
  }

  /** Requests the pictures that failed to load again. */
  reloadPictures(): void {
    const images = this.#host.renderRoot.querySelectorAll('img');
    for (const image of [...images, ...this.#images.nodes.map(imageOf)])
      if (image && isBroken(image)) image.src = image.getAttribute('src') ?? '';
  }

  hostUpdated(): void {
    const {nodes} = this.#images;
    if (this.#i18n.isReady) replacePrerendered(this.#host);
    if (this.#host.items) return;
    // While the document is loading, the parser may still add images.
    if (nodes.length !== 2 && document.readyState !== 'loading')
      this.#host.warn(`two images are compared, and there are ${nodes.length}`);
    nodes.slice(0, 2).forEach((node, index) => {
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
    return this.#i18n.isReady ? this.#renderComparison() : this.#images.renderSlots();
  }

  /** Validates `items` like records of a response. */
  #validateItems(): readonly (DatedPicture | undefined)[] {
    const items = Array.isArray(this.#host.items) ? this.#host.items.slice(0, 2) : [];
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
    const [before, after] = [0, 1].map(index => {
      const picture = this.#pictures()[index];
      return this.#host.items
        ? picture && comparedPicture(picture, this.#i18n, picture.year)
        : this.#viewOf(index);
    });
    return before || after
      ? this.#comparison.render({before, after, mode: this.#host.mode})
      : nothing;
  }

  #viewOf(index: number): ComparedPicture | undefined {
    const node = this.#images.nodes[index];
    const image = node && imageOf(node);
    if (!image) return undefined;
    const {year, credit} = node.dataset;
    const [width, height] = ['width', 'height'].map(name => Number(image.getAttribute(name)));
    return {
      key: keyOf(image),
      content: html`<slot name=${this.#images.slotName(index)}></slot>`,
      alt: {value: image.alt},
      year: year ?? image.dataset['year'],
      credit: credit ?? image.dataset['credit'],
      size: width && height ? {width, height} : undefined,
    };
  }
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
