// Minimal use of Lit: one element, no validation, one language.
import {html, LitElement} from 'lit';

class LeastCards extends LitElement {
  static properties = {portals: {state: true}};

  constructor() {
    super();
    this.portals = [];
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    const answer = await fetch('/data/portals.json');
    this.portals = (await answer.json()).portals;
  }

  render() {
    return html`<ul id="cards">
      ${this.portals.map(
        ({family, title, description, url = ''}) =>
          html`<li class=${family}>
            <h3><a href=${url}>${title.fr}</a></h3>
            <p>${family}</p>
            <p>${description?.fr}</p>
          </li>`,
      )}
    </ul>`;
  }
}
customElements.define('least-cards', LeastCards);
