import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';
import type {SpokenText} from '../model/text.js';
import {image, isSpared} from './picture.js';
import {aboutPictures, renderSpared} from './shown-picture.js';

/** One of the two pictures of a comparison. */
export interface View {
  /** Identifier: the URL of the picture. */
  readonly key: string;
  /** Image of a record, or slot for a picture of the page. */
  readonly content: unknown;
  readonly alt: SpokenText;
  /** True if the picture is loaded only on request, because the user saves data. */
  readonly isSpared?: boolean;
  readonly year?: string | undefined;
  readonly credit?: string | undefined;
  /** Size in pixels, if known before the picture is loaded. */
  readonly size?: {readonly width: number; readonly height: number} | undefined;
}

export interface Pair {
  readonly before?: View | undefined;
  readonly after?: View | undefined;
  /** `slide`: one over the other with a slider; `side`: side by side. */
  readonly mode: 'slide' | 'side';
}

type Which = 'before' | 'after';
type Host = ReactiveControllerHost & Element;

/** Limits of the frame's aspect ratio, whatever the pictures have. */
const [NARROWEST, WIDEST] = [2 / 3, 3];
const USUAL = 3 / 2;

/** Creates a compared picture from a record's picture. */
export function viewOf(picture: Picture, i18n: LocalizeController, year?: string): View {
  const {src, credit, width, height} = picture;
  return {
    key: src,
    alt: i18n.text(picture.alt),
    year,
    credit,
    size: width && height ? {width, height} : undefined,
    isSpared: isSpared(src),
    content: image(picture, i18n),
  };
}

/**
 * Comparison of two pictures of one place in one frame: a slider divides them, and two buttons show one or the other.
 */
export class ThenAndNow {
  readonly #host: Host;
  readonly #i18n: LocalizeController<'thenAndNow'>;
  /** Visible share of the earlier picture, in percent. */
  #share = 50;
  /** Keys of pictures that failed to load. */
  readonly #lost = new Set<string>();
  /** Aspect ratios of loaded pictures without a stated size, by key. */
  readonly #measured = new Map<string, number>();

  constructor(host: Host, i18n: LocalizeController<'thenAndNow'>) {
    this.#host = host;
    this.#i18n = i18n;
  }

  /** Sets whether a picture has failed to load. */
  setLost(key: string, isLost: boolean): void {
    if (this.#lost.has(key) === isLost) return;
    if (isLost) this.#lost.add(key);
    else this.#lost.delete(key);
    this.#host.requestUpdate();
  }

  render(pair: Pair): TemplateResult {
    const {messages} = this.#i18n;
    const views = (['before', 'after'] as const).filter(which => pair[which]);
    const spared = [pair.before, pair.after].filter(view => view !== undefined);
    if (spared.some(view => view.isSpared)) {
      const pictures = spared.map(({key, alt}) => ({src: key, alt}));
      return html`<div class="pair">${renderSpared(pictures, this.#i18n)}</div>`;
    }
    const seen = views.filter(which => !this.#lost.has(pair[which]?.key ?? ''));
    const isSlide = pair.mode === 'slide' && seen.length === 2;
    const classes = ['pair', isSlide ? 'slide' : 'side', seen.length < 2 ? 'alone' : ''];
    const caption = this.#caption(pair, views);
    return html`<figure
      class=${classes.filter(Boolean).join(' ')}
      part="pair"
      role=${caption.length ? 'figure' : nothing}
      aria-label=${caption.join(' ') || nothing}
      tabindex="-1"
      .style=${`--_ratio: ${this.#ratio(pair)}; --_at: ${this.#share}%`}
    >
      <div class="frame" part="frame">
        ${views.map(which => this.#renderView(which, pair))}
        ${isSlide ? this.#renderHandle(pair) : nothing}
      </div>
      ${views
        .filter(which => !seen.includes(which))
        .map(which => {
          const {beforeLost, afterLost} = messages;
          const words = which === 'before' ? beforeLost : afterLost;
          return html`<p class="notice">
            ${aboutPictures(words, [pair[which]?.alt ?? {value: ''}], this.#i18n)}
          </p>`;
        })}
      ${isSlide ? this.#renderChoice() : nothing}
      ${
        caption.length
          ? html`<figcaption class="small" part="credit">
              ${caption.map(credit => html`<span>${credit}</span> `)}
            </figcaption>`
          : nothing
      }
    </figure>`;
  }

  #renderView(which: Which, pair: Pair): unknown {
    const view = pair[which];
    if (!view) return nothing;
    const {key, content} = view;
    // Slotted pictures fire `load` and `error` without bubbling, so these are caught in the capture phase.
    const watch = {
      capture: true,
      handleEvent: (event: Event) => this.#told(key, event),
    };
    return html`<div
      class="view ${which} ${this.#lost.has(key) ? 'lost' : ''}"
      @load=${watch}
      @error=${watch}
    >
      ${content}<span class="when">${this.#name(which, view)}</span>
    </div>`;
  }

  #renderHandle({before, after}: Pair): TemplateResult {
    const {messages, number} = this.#i18n;
    const share = this.#share;
    return html`<input
        class="handle"
        type="range"
        min="0"
        max="100"
        aria-label=${messages.compareHandle}
        aria-valuetext=${messages.shares(
          this.#name('before', before),
          number(share),
          this.#name('after', after),
          number(100 - share),
        )}
        .value=${String(share)}
        @input=${(event: Event) => this.#show(Number((event.target as HTMLInputElement).value))}
      /><span class="divider" aria-hidden="true"
        ><svg class="knob" viewBox="0 0 24 24"><path d="m8 7-5 5 5 5m8-10 5 5-5 5"></path></svg
      ></span>`;
  }

  #renderChoice(): TemplateResult {
    const {messages} = this.#i18n;
    const button = (words: string, share: number): TemplateResult =>
      html`<button
        class="button"
        type="button"
        aria-pressed=${this.#share === share}
        @click=${() => this.#show(share)}
      >
        ${words}
      </button>`;
    return html`<div class="choice">
      ${button(messages.before, 100)} ${button(messages.after, 0)}
    </div>`;
  }

  /** Returns the credits, identical ones once. */
  #caption(pair: Pair, views: readonly Which[]): readonly string[] {
    const {before, after} = pair;
    if (before?.credit && before.credit === after?.credit) return [before.credit];
    return views.flatMap(which => {
      const {credit} = pair[which] ?? {};
      return credit ? [`${this.#name(which, pair[which])}${this.#i18n.colon}${credit}`] : [];
    });
  }

  /** Returns the label of a picture: its year, otherwise "before" or "after". */
  #name(which: Which, view: View | undefined): string {
    const {messages} = this.#i18n;
    return view?.year || (which === 'before' ? messages.before : messages.after);
  }

  #ratio({before, after}: Pair): number {
    const ratios = [before, after].map(view => {
      if (!view || this.#lost.has(view.key)) return undefined;
      return view.size ? view.size.width / view.size.height : this.#measured.get(view.key);
    });
    const ratio = ratios.find(found => found !== undefined && found > 0) ?? USUAL;
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, ratio)) * 1000) / 1000;
  }

  #told(key: string, {type, target, currentTarget}: Event): void {
    if (!(target instanceof HTMLImageElement)) return;
    const {naturalWidth, naturalHeight} = target;
    if (naturalWidth && naturalHeight) this.#measured.set(key, naturalWidth / naturalHeight);
    this.#host.requestUpdate();
    const pair = (currentTarget as Element).closest<HTMLElement>('.pair');
    // The slider is removed, and would lose the focus.
    if (type === 'error' && pair?.querySelector(':focus')) pair.focus({preventScroll: true});
    this.setLost(key, type === 'error');
  }

  #show(share: number): void {
    this.#share = share;
    this.#host.requestUpdate();
  }
}
