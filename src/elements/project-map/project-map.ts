import {html} from 'lit';
import {DataWidget} from '../widget.js';

export class SpassProjectMap extends DataWidget {
  protected override readonly collection = 'projects';
  readonly #main = this.loadRecords('projects', () => this.question);

  protected override renderContent() {
    return this.renderState(
      this.#main.state,
      answer => html`<ul>${[...answer.items].map(record => html`<li>${this.renderLink(record)}</li>`)}</ul>`,
      () => '',
    );
  }
}
