import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';

/** Addresses of pictures that a reader who saves data has asked for. */
const wanted = new Set<string>();

/** Whether a picture waits until it is asked for: its reader asks for few bytes. */
export const isSpared = (src: string): boolean =>
  !wanted.has(src) &&
  ((navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches);

/** What stands for pictures that are spared: a button that brings them. */
export const renderSpared = (
  pictures: readonly {readonly src: string; readonly alt: string}[],
  i18n: LocalizeController,
): TemplateResult => {
  const show = (): void => {
    for (const {src} of pictures) wanted.add(src);
    i18n.redraw();
  };
  const names = pictures.map(({alt}) => alt).filter(Boolean);
  return html`<button class="button" type="button" @click=${show}>
    ${[i18n.messages.showPicture, i18n.list(names)].filter(Boolean).join(i18n.colon)}
  </button>`;
};

/** A record's picture: when it comes near the screen, and without telling its server of more than the site. */
export const image = (
  {src, alt, width, height}: Picture,
  i18n: Pick<LocalizeController, 'text'>,
  fail?: (event: Event) => void,
  kind?: string,
): TemplateResult => {
  const spoken = i18n.text(alt);
  return html`<img
    class=${kind ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="strict-origin-when-cross-origin"
    width=${width ?? nothing}
    height=${height ?? nothing}
    alt=${spoken.value}
    lang=${spoken.lang ?? nothing}
    src=${src}
    @error=${fail}
  />`;
};

/** What holds a picture that can't be had goes with it. */
export const hideFailed = ({target}: Event): void => {
  (target as HTMLElement).parentElement?.toggleAttribute('hidden', true);
};

/** A record's picture, small, with its credit; nothing stays of one that can't be had. */
export const renderPicture = (
  picture: Picture,
  i18n: Pick<LocalizeController, 'text'>,
): TemplateResult =>
  html`<span class="picture"
    >${image({...picture, width: 144, height: 96}, i18n, hideFailed)}${
      picture.credit ? `© ${picture.credit}` : nothing
    }</span
  >`;
