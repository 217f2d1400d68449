import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture} from '../../../model/records.js';
import type {LocalizedText} from '../../../model/text.js';
import {renderImage, isDeferred, requestedPictures} from './picture.js';

/** Renders a text about pictures that are not shown, followed by their alternative texts, each in its language. */
export const renderAltTexts = (
  label: string,
  alts: readonly LocalizedText[],
  {colon}: Pick<LocalizeController, 'colon'>,
): TemplateResult =>
  html`${label}${alts
    .filter(({value}) => value)
    .map(
      ({value, lang}, index) =>
        html`${index ? ', ' : colon}<span lang=${lang ?? nothing}>${value}</span>`,
    )}`;

/** Renders a button that loads the pictures deferred by data saving. */
export const renderDeferredPictures = (
  pictures: readonly {readonly src: string; readonly alt: LocalizedText}[],
  i18n: LocalizeController,
): TemplateResult => {
  const load = (): void => {
    for (const {src} of pictures) requestedPictures.add(src);
    i18n.requestUpdate();
  };
  const label = renderAltTexts(
    i18n.messages.showPicture,
    pictures.map(({alt}) => alt),
    i18n,
  );
  return html`<button class="button" type="button" @click=${load}><span>${label}</span></button>`;
};

/** Hides the container of a picture that failed to load. */
export const hideParent = ({target}: Event): void => {
  (target as HTMLElement).parentElement?.toggleAttribute('hidden', true);
};

/** Renders a small picture with its credit. Deferred pictures are omitted. */
export const renderThumbnail = (
  picture: Picture,
  i18n: Pick<LocalizeController, 'text'>,
): TemplateResult | typeof nothing =>
  isDeferred(picture.src)
    ? nothing
    : html`<span class="picture"
        >${renderImage(picture, i18n, {box: {width: 144, height: 96}, onError: hideParent})}${
          picture.credit ? `© ${picture.credit}` : nothing
        }</span
      >`;

/** Renders a picture with its credit. It disappears if it cannot be loaded. */
export function renderFigure(picture: Picture, i18n: LocalizeController): TemplateResult {
  const {src, alt, credit} = picture;
  const caption = credit && `© ${credit}`;
  return html`<figure role="figure" aria-label=${caption || nothing}>
    ${
      isDeferred(src)
        ? renderDeferredPictures([{src, alt: i18n.text(alt)}], i18n)
        : renderImage(picture, i18n, {onError: hideParent})
    }${caption ? html`<figcaption class="small">${caption}</figcaption>` : nothing}
  </figure>`;
}
