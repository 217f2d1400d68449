import {html} from 'lit';
import {LocalizeController} from '../controllers/localize-controller.js';
import {DataWidget} from '../elements/widget.js';
import type {CollectionName} from '../model/records.js';

/** Children that are a widget's content, not what is read in its place: sections of a story, phases of a project. */
const CONTENT = 'section, li';

/**
 * What a widget is where its own part can't be had: the page's own content as it stands, else the links of its
 * records, one after the other.
 */
export const plainWidget = (collection: CollectionName): typeof DataWidget =>
  class extends DataWidget {
    protected override readonly collection = collection;
    protected override readonly i18n = new LocalizeController(this);
    readonly #records = this.loadRecords(collection, () => this.question, 'all');

    protected override renderContent(): unknown {
      if ([...this.children].some(child => child.matches(CONTENT))) return html`<slot></slot>`;
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
