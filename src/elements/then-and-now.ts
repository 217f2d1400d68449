import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';
import type {SpokenText} from '../model/text.js';
import {image, isSpared} from './picture.js';
import {aboutPictures, renderSpared} from './shown-picture.js';

/** One of the two pictures of a place. */
export interface View {
  /** Tells it from any other: its address. */
  readonly key: string;
  /** The picture itself: an image of a record, or the slot of one of the page's. */
  readonly content: unknown;
  readonly alt: SpokenText;
  /** Whether it waits until its reader asks for it. */
  readonly isSpared?: boolean;
  readonly year?: string | undefined;
  readonly credit?: string | undefined;
  /** Its size in pixels, as far as it is known before it is there. */
  readonly size?: {readonly width: number; readonly height: number} | undefined;
}

export interface Pair {
  readonly before?: View | undefined;
  readonly after?: View | undefined;
  /** Under one handle, or side by side. */
  readonly mode: 'slide' | 'side';
}

type Which = 'before' | 'after';
type Host = ReactiveControllerHost & Element;

/** Frames are neither towers nor ribbons, whatever the pictures are. */
const [NARROWEST, WIDEST] = [2 / 3, 3];
const USUAL = 3 / 2;

/** The view of a record's picture. */
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

/** Two pictures of one place in one frame: a handle parts them, two buttons show the one or the other. */
export class ThenAndNow {
  readonly #host: Host;
  readonly #i18n: LocalizeController<'thenAndNow'>;
  /** How much of the earlier picture is seen, in percent. */
  #share = 50;
  /** Which pictures could not be had. */
  readonly #lost = new Set<string>();
  /** What the first picture that came without a size turned out to measure, by its key. */
  readonly #measured = new Map<string, number>();

  constructor(host: Host, i18n: LocalizeController<'thenAndNow'>) {
    this.#host = host;
    this.#i18n = i18n;
  }

  /** Takes a picture for lost, or for found again. */
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
    // A picture of the page's own tells of itself by events that pass through its slot without bubbling.
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

  /** Whose pictures they are, each once. */
  #caption(pair: Pair, views: readonly Which[]): readonly string[] {
    const {before, after} = pair;
    if (before?.credit && before.credit === after?.credit) return [before.credit];
    return views.flatMap(which => {
      const {credit} = pair[which] ?? {};
      return credit ? [`${this.#name(which, pair[which])}${this.#i18n.colon}${credit}`] : [];
    });
  }

  /** What the reader calls a picture: its year, else that it is the earlier or the later one. */
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
    // The handle goes, and the focus would fall with it.
    if (type === 'error' && pair?.querySelector(':focus')) pair.focus({preventScroll: true});
    this.setLost(key, type === 'error');
  }

  #show(share: number): void {
    this.#share = share;
    this.#host.requestUpdate();
  }
}
