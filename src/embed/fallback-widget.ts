import {html} from 'lit';
import {LocalizeController} from '../controllers/localize-controller.js';
import {DataWidget} from '../elements/base/data-widget.js';
import type {CollectionName} from '../model/records.js';

/** Children that are the content of a widget, not its fallback: sections of a story, phases of a project. */
const CONTENT_SELECTOR = 'section, li';

/**
 * Creates the class used if the part of a widget cannot be loaded. Shows the page's own content, or a list of links to
 * the records.
 */
export const createFallbackWidget = (collection: CollectionName): typeof DataWidget =>
  class extends DataWidget {
    protected override readonly collection = collection;
    protected override readonly i18n = new LocalizeController(this);
    readonly #records = this.loadRecords(collection, () => this.query, 'all');

    protected override renderContent(): unknown {
      if ([...this.children].some(child => child.matches(CONTENT_SELECTOR)))
        return html`<slot></slot>`;
      return this.renderState(
        this.#records.state,
        ({items}) =>
          html`<ul part="list">
            ${[...items].map(record => html`<li>${this.renderLink(record)}</li>`)}
          </ul>`,
        () => '',
      );
    }
  };
