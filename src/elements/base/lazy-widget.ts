import {html} from 'lit';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {renderLoading} from '../parts/states.js';
import {DataWidget} from './data-widget.js';
import {FallbackView} from './fallback-view.js';
import {ViewController} from './view-controller.js';
import type {ViewLoader, WidgetView} from './widget-view.js';

/**
 * Base class of widgets whose view is loaded on first need. Until then, a widget shows the page's own content; its
 * attributes, properties and methods are available from the start.
 */
export abstract class LazyWidget extends DataWidget {
  /**
   * Returns the class of the view, or loads it. Set by `define/…`, where the view is in the same module graph.
   *
   * @internal
   */
  static loadView: ViewLoader<never, WidgetView>;

  /** @internal */
  override readonly i18n = new LocalizeController(this);

  readonly #viewController = new ViewController(
    this,
    (this.constructor as typeof LazyWidget).loadView as ViewLoader<this, WidgetView>,
    () => this.createFallback(),
  );

  /** View of the widget; undefined while its code is loading. */
  protected get view(): WidgetView | undefined {
    return this.#viewController.view;
  }

  override async reload(): Promise<void> {
    if (!this.view) {
      await this.updateComplete;
      await this.#viewController.loading;
    }
    await super.reload();
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#viewController.pending];
  }

  protected override summary(result: QueryResult): string {
    return this.view?.summary?.(result) ?? super.summary(result);
  }

  /** Creates the view used if the code of the widget cannot be loaded; undefined for the page's own content alone. */
  protected createFallback(): WidgetView | undefined {
    return new FallbackView(this);
  }

  protected override renderContent(): unknown {
    if (this.view) return this.view.render();
    if (this.#viewController.hasFailed) return html`<slot></slot>`;
    return renderLoading(this.i18n, this.hasFallback, () => '');
  }
}
