import {html} from 'lit';
import {renderRecordLink} from '../parts/records/record-link.js';
import {renderState} from '../parts/states.js';
import {WidgetView} from './widget-view.js';

/** Children that are the content of a widget, not its fallback: sections of a story, phases of a project. */
const CONTENT_SELECTOR = 'section, li';

/** View used if the code of a widget cannot be loaded: the page's own content, or links to the records. */
export class FallbackView extends WidgetView {
  readonly #records = this.host.records.load(this.host.collection, () => this.host.query, 'all');

  override render(): unknown {
    const {host} = this;
    if ([...host.children].some(child => child.matches(CONTENT_SELECTOR)))
      return html`<slot></slot>`;
    return renderState(
      host,
      this.#records.state,
      ({items}) =>
        html`<ul part="list">
          ${[...items].map(record => html`<li>${renderRecordLink(host, record)}</li>`)}
        </ul>`,
      () => '',
    );
  }
}
