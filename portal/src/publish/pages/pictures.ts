import {html, type Html} from '../../markup.js';
import type {Picture} from '../../../../src/model/records.js';
import {focusSuffix, mainFile, type PublishedPicture} from '../pictures/pictures.js';
import type {SitePage} from '../site/site-model.js';

interface PictureOptions {
  /** Value of `sizes`: width of the picture in the layout. */
  readonly sizes: string;
  readonly isLazy?: boolean;
  /** True if a text beside the picture says the same. */
  readonly isDecorative?: boolean;
}

/** Returns an `<img>` that downloads the file that fits; nothing if the picture is not published. */
export function renderPicture(
  page: SitePage,
  picture: Picture | undefined,
  {sizes, isLazy = true, isDecorative = false}: PictureOptions,
): Html | undefined {
  const published = page.site.media.picture(picture);
  return (
    published &&
    renderFiles(page, published, {sizes, isLazy, alt: isDecorative ? '' : page.plain(picture?.alt)})
  );
}

export function renderFiles(
  page: SitePage,
  picture: PublishedPicture,
  {sizes, isLazy, alt}: {readonly sizes: string; readonly isLazy: boolean; readonly alt: string},
): Html {
  const {files} = picture;
  const fallback = mainFile(picture);
  const srcset =
    files.length > 1
      ? files.map(({path, width}) => `${page.url(path)} ${width}w`).join(', ')
      : undefined;
  return html`<img
    ${picture.focus ? html`class="focus${focusSuffix(picture.focus)}"` : ''}
    src="${page.url(fallback.path)}"
    ${srcset === undefined ? '' : html`srcset="${srcset}" sizes="${sizes}"`}
    width="${fallback.width}"
    height="${fallback.height}"
    alt="${alt}"
    ${isLazy ? html`loading="lazy"` : ''}
    decoding="async"
  />`;
}

/** Returns a picture with its credit. */
export function renderFigure(page: SitePage, picture: Picture | undefined, sizes: string): Html {
  const image = renderPicture(page, picture, {sizes, isLazy: false});
  if (!image) return html``;
  return html`<figure class="picture">
    ${image}${picture?.credit ? html`<figcaption>${picture.credit}</figcaption>` : ''}
  </figure>`;
}
