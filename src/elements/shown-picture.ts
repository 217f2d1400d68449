import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';
import type {SpokenText} from '../model/text.js';
import {image, isSpared, wanted} from './picture.js';

/** Renders a text about pictures that are not shown, followed by their alternative texts, each in its language. */
export const aboutPictures = (
  words: string,
  alts: readonly SpokenText[],
  {colon}: Pick<LocalizeController, 'colon'>,
): TemplateResult =>
  html`${words}${alts
    .filter(({value}) => value)
    .map(
      ({value, lang}, at) =>
        html`${at ? ', ' : colon}<span lang=${lang ?? nothing}>${value}</span>`,
    )}`;

/** Renders a button that loads the pictures deferred by data saving. */
export const renderSpared = (
  pictures: readonly {readonly src: string; readonly alt: SpokenText}[],
  i18n: LocalizeController,
): TemplateResult => {
  const show = (): void => {
    for (const {src} of pictures) wanted.add(src);
    i18n.redraw();
  };
  const words = aboutPictures(
    i18n.messages.showPicture,
    pictures.map(({alt}) => alt),
    i18n,
  );
  return html`<button class="button" type="button" @click=${show}><span>${words}</span></button>`;
};

/** Hides the container of a picture that failed to load. */
export const hideFailed = ({target}: Event): void => {
  (target as HTMLElement).parentElement?.toggleAttribute('hidden', true);
};

/** Renders a small picture with its credit. Deferred pictures are omitted. */
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
