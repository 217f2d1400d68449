import {property} from 'lit/decorators.js';
import {anyText} from '../base/attribute-converters.js';
import {DataElement} from '../base/data-widget.js';
import {hexColour, metres, shapeMode, zoomLevel} from '../base/shared-attributes.js';
import type {ViewLoader} from '../base/widget-view.js';
import type {LayerView} from './layer-view.js';

/**
 * Adds a data layer to the surrounding `<spass-project-map>`; renders nothing itself.
 *
 * The records are resources, from its own `api` or from the surrounding `<spass-portal>`. They are loaded when the layer
 * is first shown, or when distances to them are needed.
 *
 * @customElement spass-layer
 * @attribute {boolean} hidden - Hides the layer, until a reader shows it in the legend of the map.
 * @event {LoadEvent} spass-load - Fired when the records are loaded; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the records could not be loaded; does not bubble.
 */
export class SpassLayer extends DataElement<LayerView> {
  /** @internal */
  static override loadView: ViewLoader<SpassLayer, LayerView> = async () =>
    (await import('./layer-view.js')).LayerView;

  /** Name in the legend and in the list. */
  @property({converter: anyText}) label = '';
  /** Colour of the markers, `#rrggbb`; made darker or lighter if the contrast is too low. */
  @property({converter: hexColour}) color = '';
  /**
   * Lines and areas of the records: `outline` draws them alone, `marks` only their marks, `both` both. Default: `both`
   * up to 500, else `outline`.
   */
  @property({converter: shapeMode}) shapes: '' | 'outline' | 'marks' | 'both' = '';
  /** Zoom of the map from which the layer is shown, 2 to 19. */
  @property({attribute: 'min-zoom', converter: zoomLevel}) minZoom?: number | undefined;
  /** Distance in metres, 1 to 50,000: only records that have a project of the map within it. */
  @property({converter: metres}) near?: number | undefined;

  /** @internal */
  override readonly collection = 'resources';

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'hidden'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'hidden') this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }
}
