import {html} from 'lit';
import {DataWidget} from '../widget.js';

export class SpassPortalCards extends DataWidget {
  protected override readonly collection = 'portals';
  readonly #main = this.loadRecords('portals', () => this.question);

  protected override renderContent() {
    return this.renderState(
      this.#main.state,
      answer => html`<ul>${[...answer.items].map(record => html`<li>${this.renderLink(record)}</li>`)}</ul>`,
      () => '',
    );
  }
}
