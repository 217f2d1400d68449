import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';
import {image, isSpared, wanted} from './picture.js';

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

/** What holds a picture that can't be had goes with it. */
export const hideFailed = ({target}: Event): void => {
  (target as HTMLElement).parentElement?.toggleAttribute('hidden', true);
};

/** A record's picture, small, with its credit; nothing stays of one that can't be had or that is spared. */
export const renderPicture = (
  picture: Picture,
  i18n: Pick<LocalizeController, 'text'>,
): TemplateResult | typeof nothing =>
  isSpared(picture.src)
    ? nothing
    : html`<span class="picture"
        >${image({...picture, width: 144, height: 96}, i18n, hideFailed)}${
          picture.credit ? `© ${picture.credit}` : nothing
        }</span
      >`;
