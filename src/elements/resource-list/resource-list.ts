import {html} from 'lit';
import {DataWidget} from '../widget.js';

export class SpassResourceList extends DataWidget {
  protected override readonly collection = 'resources';
  readonly #main = this.loadRecords('resources', () => this.question);

  protected override renderContent() {
    return this.renderState(
      this.#main.state,
      answer => html`<ul>${[...answer.items].map(record => html`<li>${this.renderLink(record)}</li>`)}</ul>`,
      () => '',
    );
  }
}
