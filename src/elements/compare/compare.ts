import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ContentController} from '../../controllers/content-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {parseRecord} from '../../data/validation/parse.js';
import {pictureComparison} from '../../i18n/fr/picture-comparison.js';
import type {Picture} from '../../model/records.js';
import {controlStyles, hostStyles} from '../../styles/host.styles.js';
import {pictureComparisonStyles} from '../../styles/picture-comparison.styles.js';
import {tokenStyles} from '../../styles/tokens.styles.js';
import {renderRootFor, replacePrerendered} from '../base/prerendered-content.js';
import {warnIfInvalid, oneOf} from '../base/attribute-converters.js';
import {
  PictureComparison,
  type ComparedPicture,
  comparedPicture,
} from '../parts/picture-comparison.js';
import {warnOnce} from '../base/warn.js';

/** Picture with the year it was taken. */
type DatedPicture = Picture & {readonly year: string | undefined};

/**
 * Two pictures of the same place, before and after, in one frame: a handle divides them, by mouse, touch or keyboard;
 * two buttons show either one.
 *
 * The pictures are the first two `<img>` children, with `alt`, `data-year` and `data-credit`, or the two of `items`. No
 * data are requested from a server.
 *
 * @customElement spass-compare
 * @slot - The two images, the earlier one first; other content is shown below them.
 * @slot heading - Heading, at the level that fits the page.
 * @csspart pair - Both pictures with their captions.
 * @csspart frame - Frame of the two pictures.
 * @csspart credit - Credit of the pictures.
 * @cssproperty [--spass-compare-ratio] - Aspect ratio of the frame (`3 / 2`); by default that of the first picture.
 */
export class SpassCompare extends LitElement {
  static override styles = [tokenStyles, hostStyles, controlStyles, pictureComparisonStyles];

  /** Layout: `slide` is one frame with a handle; `side` is side by side, or stacked if space is short. */
  @property({converter: oneOf('slide', 'side')}) mode: 'slide' | 'side' = 'slide';
  /** `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Two pictures, the earlier one first, used instead of child images: `{src, alt, credit, width, height, year}`. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  readonly #i18n = new LocalizeController(this, {pictureComparison});
  readonly #comparison = new PictureComparison(this, this.#i18n);
  readonly #images = new ContentController(this, {
    selector: 'img, picture',
    slot: 'view',
    observedAttributes: ['src', 'srcset', 'alt', 'width', 'height', 'data-year', 'data-credit'],
  });

  #pictures: readonly (DatedPicture | undefined)[] = [];

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) warnIfInvalid(this, name, value);
  }

  /** Promise that resolves when both pictures are laid out. Never rejects. */
  get loadComplete(): Promise<void> {
    return this.#whenComplete();
  }

  async #whenComplete(): Promise<void> {
    await this.updateComplete;
    await this.#i18n.pending;
    await this.updateComplete;
  }

  /** Requests the pictures that failed to load again. */
  async reload(): Promise<void> {
    await this.updateComplete;
    const images = this.renderRoot.querySelectorAll('img');
    for (const image of [...images, ...this.#images.nodes.map(imageOf)])
      if (image && isBroken(image)) image.src = image.getAttribute('src') ?? '';
    await this.loadComplete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return renderRootFor(this, super.createRenderRoot());
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('items')) this.#pictures = this.#validateItems();
  }

  protected override updated(): void {
    const {nodes} = this.#images;
    if (this.#i18n.isReady) replacePrerendered(this);
    if (this.items) return;
    // While the document is loading, the parser may still add images.
    if (nodes.length !== 2 && document.readyState !== 'loading')
      this.#warn(`two images are compared, and there are ${nodes.length}`);
    nodes.slice(0, 2).forEach((node, index) => {
      const image = imageOf(node);
      if (!image?.hasAttribute('alt')) this.#warn(`image ${index + 1} has no alt`);
      // An image may have failed before a listener was added. One that decodes but reports no intrinsic size has not
      // failed.
      if (image && image !== node) fillFrame(image);
      if (image && isBroken(image))
        image
          .decode()
          .catch(() => isBroken(image) && this.#comparison.setFailed(keyOf(image), true));
    });
  }

  /** Validates `items` like records of a response. */
  #validateItems(): readonly (DatedPicture | undefined)[] {
    const items = Array.isArray(this.items) ? this.items.slice(0, 2) : [];
    return items.map((item: unknown, index) => {
      const year = (item as {year?: unknown} | null)?.year;
      const {value, errors: faults} = parseRecord(
        'stories',
        {id: 1, steps: [{image: item}]},
        document.baseURI,
      );
      for (const fault of faults) this.#warn(fault.replace('steps[0].image', `items[${index}]`));
      const picture = value?.steps?.[0]?.image;
      const isYear = typeof year === 'number' || typeof year === 'string';
      return picture && {...picture, year: isYear ? String(year) : undefined};
    });
  }

  #warn(message: string): void {
    warnOnce(this, message);
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.#i18n.language}>
      <slot name="heading"></slot>
      ${this.#i18n.isReady ? this.#renderComparison() : this.#images.renderSlots()}
      <slot></slot>
    </div>`;
  }

  #renderComparison(): unknown {
    const [before, after] = [0, 1].map(index => {
      const picture = this.#pictures[index];
      return this.items
        ? picture && comparedPicture(picture, this.#i18n, picture.year)
        : this.#viewOf(index);
    });
    return before || after ? this.#comparison.render({before, after, mode: this.mode}) : nothing;
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
