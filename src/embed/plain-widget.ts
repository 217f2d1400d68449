import {html} from 'lit';
import {LocalizeController} from '../controllers/localize-controller.js';
import {DataWidget} from '../elements/widget.js';
import type {CollectionName} from '../model/records.js';

/** What a widget is where its own part can't be had: the links of its records, one after the other. */
export const plainWidget = (collection: CollectionName): typeof DataWidget =>
  class extends DataWidget {
    protected override readonly collection = collection;
    protected override readonly i18n = new LocalizeController(this);
    readonly #records = this.loadRecords(collection, () => this.question, 'all');

    protected override renderContent(): unknown {
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
