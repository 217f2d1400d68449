import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {Geo} from '../../model/geo/geo.js';
import {controlStyles, hostStyles} from '../../styles/host.styles.js';
import {SKINS, tokenStyles} from '../../styles/tokens.styles.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {BaseElement} from '../base/base-element.js';
import {latLon} from '../base/shared-attributes.js';
import type {ViewLoader} from '../base/widget-view.js';
import type {CompareView} from './compare-view.js';

/**
 * Shows two pictures of the same place, before and after, in one frame. A handle divides them, by mouse, touch or
 * keyboard; two buttons show one of them. With three to twenty pictures, a filmstrip chooses the two, and a sheet shows
 * all.
 *
 * The pictures are the `<img>` children, with `alt`, `data-year` and `data-credit`, or those of `items`. Those of a
 * series are sorted by `data-date`, whose precision is `data-date-precision`: `exact`, `circa` or `decade`;
 * `data-licence` is shown beside the credit. With `record`, the pictures are those of a resource of a portal API;
 * otherwise no data are requested from a server.
 *
 * @customElement spass-compare
 * @slot - The images, the earlier one first; other content is shown below them.
 * @slot heading - Heading, at the level that fits the page.
 * @csspart pair - Both pictures with their captions.
 * @csspart series - Series of three or more pictures.
 * @csspart frame - Frame of the two pictures.
 * @csspart credit - Credit of the pictures.
 * @csspart foot - Footer with source, licence and date, if the pictures are those of a record.
 * @cssproperty [--spass-compare-ratio] - Aspect ratio of the frame (`3 / 2`); by default that of the first picture.
 */
export class SpassCompare extends BaseElement<CompareView> {
  static override styles = [tokenStyles, hostStyles, controlStyles];
  /** @internal */
  static override loadView: ViewLoader<SpassCompare, CompareView> = async () =>
    (await import('./compare-view.js')).CompareView;

  /**
   * Layout: `slide` is one frame with a handle; `side` is side by side, or stacked if space is short; `fade` lets one
   * picture show through the other; `grid` shows all pictures.
   */
  @property({converter: oneOf('slide', 'side', 'fade', 'grid')})
  mode: 'slide' | 'side' | 'fade' | 'grid' = 'slide';
  /** Base URL of a portal API, or URL of one JSON document, for `record`. Default: that of the surrounding portal. */
  @property({converter: anyText}) api = '';
  /** Id of the resource whose pictures are shown. */
  @property({converter: anyText}) record = '';
  /** Place of the pictures, `lat,lon` in degrees, shown on a small map. */
  @property({converter: latLon}) geo?: Geo | undefined;
  /** Visual style: `plain` takes the font and the colours of the page. */
  @property({reflect: true, converter: oneOf(...SKINS)}) skin: string = 'plain';
  /**
   * Pictures used instead of child images: two, the earlier one first, or a series of up to 20, which is sorted by date:
   * `{src, alt, credit, licence, width, height, year, date, datePrecision}`.
   */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  /** @internal */
  readonly i18n = new LocalizeController(this);

  protected override startReload(): void {
    this.view?.reloadPictures();
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...(this.i18n.pending ? [this.i18n.pending] : [])];
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.i18n.language} dir=${this.i18n.direction}>
      <slot name="heading"></slot>
      ${this.view?.render()}
      <slot></slot>
    </div>`;
  }
}
