import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import type {MapView} from '../../../map/map-view.js';

/** Renders an icon from a path in a 16 × 16 view box. */
export const renderIcon = (path: string): TemplateResult =>
  html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;

export const MAP_TOOLBAR = {groups: '.controls', controls: '.controls > button'} as const;

/**
 * Renders the buttons on the map. The full-screen button needs a `host` and is omitted if the browser or a surrounding
 * frame does not allow full screen. They are one tab stop: see `MAP_TOOLBAR`.
 */
export function renderMapControls(
  messages: Messages<'map'>,
  view: MapView,
  host?: Element,
): TemplateResult {
  const isFullscreen = host?.matches(':fullscreen');
  const renderButton = (
    label: string,
    path: string,
    onClick: () => void,
    isFirst = false,
  ): TemplateResult =>
    html`<button
      class="button"
      type="button"
      tabindex=${isFirst ? nothing : -1}
      aria-label=${label}
      title=${label}
      @click=${onClick}
    >
      ${renderIcon(path)}
    </button>`;
  const toggleFullscreen = (): void => {
    // If the request is refused, the map stays as it is.
    void (isFullscreen ? document.exitFullscreen() : host?.requestFullscreen())?.catch(() => {});
  };
  return html`<div
    class="controls"
    role="toolbar"
    aria-label=${messages.mapControls}
    aria-orientation="vertical"
  >
    ${renderButton(messages.zoomIn, 'M8 3v10M3 8h10', () => view.zoomBy(1), true)}
    ${renderButton(messages.zoomOut, 'M3 8h10', () => view.zoomBy(-1))}
    ${renderButton(messages.wholeView, 'M8 2 2 7v7h12V7z', () => view.fitAll())}
    ${
      host && document.fullscreenEnabled
        ? renderButton(
            isFullscreen ? messages.leaveFullScreen : messages.fullScreen,
            isFullscreen
              ? 'M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4'
              : 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
            toggleFullscreen,
          )
        : nothing
    }
  </div>`;
}
