import {html} from 'lit';
import {DataWidget} from '../widget.js';

export class SpassProgrammeTimeline extends DataWidget {
  protected override readonly collection = 'programmes';
  readonly #main = this.loadRecords('programmes', () => this.question);

  protected override renderContent() {
    return this.renderState(
      this.#main.state,
      answer => html`<ul>${[...answer.items].map(record => html`<li>${this.renderLink(record)}</li>`)}</ul>`,
      () => '',
    );
  }
}
