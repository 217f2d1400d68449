import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture} from '../../../model/records.js';
import {joinFacts, type LocalizedText} from '../../../model/text.js';
import {renderImage, isDeferred} from './picture.js';
import {renderAltTexts, renderDeferredPictures} from './deferred-pictures.js';

export interface ComparedPicture {
  /** Identifier: the URL of the picture. */
  readonly key: string;
  /** Image of a record, or slot for a picture of the page. */
  readonly content: unknown;
  readonly alt: LocalizedText;
  /** True if the picture is loaded only on request, because the user saves data. */
  readonly isDeferred?: boolean;
  readonly year?: string | undefined;
  readonly credit?: string | undefined;
  /** Size in pixels, if known before the picture is loaded. */
  readonly size?: {readonly width: number; readonly height: number} | undefined;
}

export type ComparisonMode = 'slide' | 'fade' | 'side';

export interface PicturePair {
  readonly before?: ComparedPicture | undefined;
  readonly after?: ComparedPicture | undefined;
  /** `slide`: one over the other with a divider; `fade`: one shows through the other; `side`: side by side. */
  readonly mode: ComparisonMode;
}

type Side = 'before' | 'after';
type ComparisonHost = ReactiveControllerHost & Element;

/** Limits of the frame's aspect ratio, whatever the pictures have. */
const [MIN_RATIO, MAX_RATIO] = [2 / 3, 3];
const DEFAULT_RATIO = 3 / 2;
/** Distance from which a finger moves sideways, in pixels. */
const SIDEWAYS = 8;

/** Creates a compared picture from a record's picture. */
export function comparedPicture(
  picture: Picture,
  i18n: LocalizeController,
  year?: string,
): ComparedPicture {
  const {src, credit, licence, width, height} = picture;
  return {
    key: src,
    alt: i18n.text(picture.alt),
    year,
    credit: joinFacts([credit, licence]),
    size: width && height ? {width, height} : undefined,
    isDeferred: isDeferred(src),
    content: renderImage(picture, i18n),
  };
}

/**
 * Comparison of two pictures of one place in one frame: a slider divides them, and two buttons show one or the other.
 */
export class PictureComparison {
  readonly #host: ComparisonHost;
  readonly #i18n: LocalizeController<'pictureComparison'>;
  /** Visible share of the earlier picture, in percent: of the frame, or its opacity. */
  #dividerPercent = 50;
  /** Start of a touch that has not moved sideways, in pixels; else NaN. */
  #touchStart = NaN;
  /** Keys of pictures that failed to load. */
  readonly #failed = new Set<string>();
  /** Aspect ratios of loaded pictures without a stated size, by key. */
  readonly #measuredRatios = new Map<string, number>();

  constructor(host: ComparisonHost, i18n: LocalizeController<'pictureComparison'>) {
    this.#host = host;
    this.#i18n = i18n;
  }

  /** Sets whether a picture has failed to load. */
  setFailed(key: string, hasFailed: boolean): void {
    if (this.#failed.has(key) === hasFailed) return;
    if (hasFailed) this.#failed.add(key);
    else this.#failed.delete(key);
    this.#host.requestUpdate();
  }

  render(pair: PicturePair): TemplateResult {
    const {messages} = this.#i18n;
    const sides = (['before', 'after'] as const).filter(side => pair[side]);
    const pictures = [pair.before, pair.after].filter(picture => picture !== undefined);
    if (pictures.some(picture => picture.isDeferred)) {
      const deferred = pictures.map(({key, alt}) => ({src: key, alt}));
      return html`<div class="pair">${renderDeferredPictures(deferred, this.#i18n)}</div>`;
    }
    const visibleSides = sides.filter(side => !this.#failed.has(pair[side]?.key ?? ''));
    const mode = visibleSides.length === 2 ? pair.mode : 'side';
    const shape = visibleSides.length < 2 ? 'alone' : this.#ratio(pair) < 1 ? 'tall' : '';
    const classes = ['pair', mode, shape];
    const credits = this.#credits(pair, sides);
    return html`<figure
      class=${classes.filter(Boolean).join(' ')}
      part="pair"
      role=${credits.length ? 'figure' : nothing}
      aria-label=${credits.join(' ') || nothing}
      tabindex="-1"
      .style=${`--_ratio: ${this.#ratio(pair)}; --_at: ${this.#dividerPercent}%`}
    >
      <div class="frame" part="frame">
        ${sides.map(side => this.#renderPicture(side, pair))}
        ${mode === 'slide' ? this.#renderDivider(pair) : nothing}
      </div>
      ${sides
        .filter(side => !visibleSides.includes(side))
        .map(side => {
          const {beforeLost, afterLost} = messages;
          const message = side === 'before' ? beforeLost : afterLost;
          return html`<p class="notice">
            ${renderAltTexts(message, [pair[side]?.alt ?? {value: ''}], this.#i18n)}
          </p>`;
        })}
      ${
        mode === 'fade'
          ? html`<label class="opacity small">
              ${messages.compareHandle} ${this.#renderRange(pair)}
            </label>`
          : nothing
      }
      ${mode === 'side' ? nothing : this.#renderButtons()}
      ${
        credits.length
          ? html`<figcaption class="small" part="credit">
              ${credits.map(credit => html`<span>${credit}</span> `)}
            </figcaption>`
          : nothing
      }
    </figure>`;
  }

  #renderPicture(side: Side, pair: PicturePair): unknown {
    const picture = pair[side];
    if (!picture) return nothing;
    const {key, content} = picture;
    // Slotted pictures fire `load` and `error` without bubbling, so these are caught in the capture phase.
    const listener = {
      capture: true,
      handleEvent: (event: Event) => this.#handlePictureEvent(key, event),
    };
    return html`<div
      class="view ${side} ${this.#failed.has(key) ? 'lost' : ''}"
      @load=${listener}
      @error=${listener}
    >
      ${content}<span class="when">${this.#label(side, picture)}</span>
    </div>`;
  }

  #renderDivider(pair: PicturePair): TemplateResult {
    return html`${this.#renderRange(pair, 'handle')}<span class="divider" aria-hidden="true"
        ><svg class="knob" viewBox="0 0 24 24"><path d="m8 7-5 5 5 5m8-10 5 5-5 5"></path></svg
      ></span>`;
  }

  #renderRange({before, after}: PicturePair, className?: string): TemplateResult {
    const {messages, number} = this.#i18n;
    const percent = this.#dividerPercent;
    return html`<input
      class=${className ?? nothing}
      type="range"
      min="0"
      max="100"
      aria-label=${messages.compareHandle}
      aria-valuetext=${messages.shares(
        this.#label('before', before),
        number(percent),
        this.#label('after', after),
        number(100 - percent),
      )}
      .value=${String(percent)}
      @input=${this.#handleRange}
      @pointerdown=${this.#handleRange}
      @pointermove=${this.#handleRange}
      @pointerup=${this.#handleRange}
      @pointercancel=${this.#handleRange}
    />`;
  }

  #renderButtons(): TemplateResult {
    const {messages} = this.#i18n;
    const renderButton = (label: string, percent: number): TemplateResult =>
      html`<button
        class="button"
        type="button"
        aria-pressed=${this.#dividerPercent === percent}
        @click=${() => this.#setDivider(percent)}
      >
        ${label}
      </button>`;
    return html`<div class="choice">
      ${renderButton(messages.before, 100)} ${renderButton(messages.after, 0)}
    </div>`;
  }

  /** Returns the credits, identical ones once. */
  #credits(pair: PicturePair, sides: readonly Side[]): readonly string[] {
    const {before, after} = pair;
    if (before?.credit && before.credit === after?.credit) return [before.credit];
    return sides.flatMap(side => {
      const {credit} = pair[side] ?? {};
      return credit ? [`${this.#label(side, pair[side])}${this.#i18n.colon}${credit}`] : [];
    });
  }

  /** Returns the label of a picture: its year, otherwise "before" or "after". */
  #label(side: Side, picture: ComparedPicture | undefined): string {
    const {messages} = this.#i18n;
    return picture?.year || (side === 'before' ? messages.before : messages.after);
  }

  #ratio({before, after}: PicturePair): number {
    const ratios = [before, after].map(picture => {
      if (!picture || this.#failed.has(picture.key)) return undefined;
      return picture.size
        ? picture.size.width / picture.size.height
        : this.#measuredRatios.get(picture.key);
    });
    const ratio = ratios.find(value => value !== undefined && value > 0) ?? DEFAULT_RATIO;
    return Math.round(Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio)) * 1000) / 1000;
  }

  #handlePictureEvent(key: string, {type, target, currentTarget}: Event): void {
    if (!(target instanceof HTMLImageElement)) return;
    const {naturalWidth, naturalHeight} = target;
    if (naturalWidth && naturalHeight) this.#measuredRatios.set(key, naturalWidth / naturalHeight);
    this.#host.requestUpdate();
    const figure = (currentTarget as Element).closest<HTMLElement>('.pair');
    // The slider is removed, and would lose the focus.
    if (type === 'error' && figure?.querySelector(':focus')) figure.focus({preventScroll: true});
    this.setFailed(key, type === 'error');
  }

  /**
   * Follows the range. Its value changes where a finger touches it, also at the start of a swipe that scrolls the page: the
   * divider waits until the finger moves sideways or leaves.
   */
  readonly #handleRange = (event: Event): void => {
    const {type, pointerType, clientX} = event as PointerEvent;
    const range = event.target as HTMLInputElement;
    const start = this.#touchStart;
    if (type === 'pointerdown') this.#touchStart = pointerType === 'touch' ? clientX : NaN;
    else if (type === 'pointercancel') {
      this.#touchStart = NaN;
      range.value = String(this.#dividerPercent);
    } else if (
      type === 'input' ? isNaN(start) : type === 'pointerup' || Math.abs(clientX - start) > SIDEWAYS
    ) {
      this.#touchStart = NaN;
      this.#setDivider(Number(range.value));
    }
  };

  #setDivider(percent: number): void {
    this.#dividerPercent = percent;
    this.#host.requestUpdate();
  }
}
