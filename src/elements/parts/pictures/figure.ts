import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture} from '../../../model/records.js';
import {hideParent, renderDeferredPictures} from './deferred-pictures.js';
import {isDeferred, renderImage} from './picture.js';

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
