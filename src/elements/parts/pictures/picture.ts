import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture} from '../../../model/records.js';

/** URLs of pictures that the user has requested although data saving is on. */
export const requestedPictures = new Set<string>();

/** True if a picture is loaded only on request, because the user saves data. */
export const isDeferred = (src: string): boolean =>
  !requestedPictures.has(src) &&
  ((navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches);

interface ImageOptions {
  readonly onError?: (event: Event) => void;
  readonly className?: string;
  /** Size of the image element in pixels, if it differs from the size of the file. */
  readonly box?: {readonly width: number; readonly height: number};
  /** Width of the image in the layout, for browsers without `sizes="auto"`. Default: the width of the viewport. */
  readonly sizes?: string;
}

/**
 * Renders a lazily loaded picture; the browser chooses among its files. Only the page's origin is sent as referrer.
 */
export const renderImage = (
  picture: Picture,
  i18n: Pick<LocalizeController, 'text'>,
  {onError, className, box, sizes = box ? `${box.width}px` : '100vw'}: ImageOptions = {},
): TemplateResult => {
  const {src, alt, width, height, focus} = picture;
  const altText = i18n.text(alt);
  const candidates = sourceSetOf(picture);
  // A property: policies forbid inline styles.
  return html`<img
    class=${className ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="strict-origin-when-cross-origin"
    width=${box?.width ?? width ?? nothing}
    height=${box?.height ?? height ?? nothing}
    alt=${altText.value}
    lang=${altText.lang ?? nothing}
    sizes=${candidates ? `auto, ${sizes}` : nothing}
    srcset=${candidates || nothing}
    src=${src}
    @error=${onError}
    .style=${focus ? `object-position: ${percent(focus.x)} ${percent(focus.y)}` : nothing}
  />`;
};

/** Returns the files of a picture as `srcset`, smallest first; empty if there is no choice. */
function sourceSetOf({src, width, sources = []}: Picture): string {
  if (sources.length === 0) return '';
  const files = new Map(sources.map(source => [source.width, source.src]));
  if (width) files.set(width, src);
  const widths = [...files.keys()].filter(one => Number.isInteger(one) && one > 0);
  // A comma at the end of a URL would separate it from the next one.
  const addressOf = (one: number): string => (files.get(one) ?? '').replace(/,+$/, '%2C');
  return widths
    .sort((a, b) => a - b)
    .map(one => `${addressOf(one)} ${one}w`)
    .join(', ');
}

const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;
