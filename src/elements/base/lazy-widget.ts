import {html} from 'lit';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {renderLoading} from '../parts/states.js';
import {DataWidget} from './data-widget.js';
import {FallbackView} from './fallback-view.js';
import type {WidgetView} from './widget-view.js';

/**
 * Base class of widgets whose view is loaded on first need. Until then, a widget shows the page's own content; its
 * attributes, properties and methods are available from the start.
 */
export abstract class LazyWidget extends DataWidget {
  /** @internal */
  override readonly i18n = new LocalizeController(this);

  protected override summary(result: QueryResult): string {
    return this.view?.summary?.(result) ?? super.summary(result);
  }

  protected override createFallback(): WidgetView | undefined {
    return new FallbackView(this);
  }

  protected override renderContent(): unknown {
    if (this.view) return this.view.render();
    if (this.hasViewFailed) return html`<slot></slot>`;
    return renderLoading(this.i18n, this.hasFallback, () => '');
  }
}
