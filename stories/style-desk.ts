import {html, LitElement} from 'lit';
import {declarationOf} from './manifest.js';

const LABEL = 'display: grid; gap: 0.25rem; font-weight: 600';
const CONTROL =
  'padding: 0.375rem 0.75rem; border: 1px solid GrayText; border-radius: 0.375rem; background: Canvas; color: CanvasText; font: inherit';
const CODE = 'font: 0.9375em/1.5 ui-monospace, monospace';
const ROW =
  'display: flex; flex-wrap: wrap; gap: 0.375rem 0.5rem; align-items: baseline; margin-block: 0.75rem';

/** Tags that can be styled on the desk, each with a story of its own records. */
export interface DeskTag {
  readonly tag: string;
  readonly show: () => unknown;
}

/**
 * Desk on which the custom properties and parts of a tag are changed while it is shown, with the CSS to copy. In the
 * light tree, so that rules of the page reach the widget.
 */
export class StyleDesk extends LitElement {
  static override properties = {
    tags: {attribute: false},
    selected: {state: true},
    css: {state: true},
  };

  declare tags: readonly DeskTag[];
  declare selected: number;
  declare css: string;

  readonly #sheet = new CSSStyleSheet();

  constructor() {
    super();
    this.tags = [];
    this.selected = 0;
    this.css = '';
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets.push(this.#sheet);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== this.#sheet);
  }

  override willUpdate(): void {
    this.css ||= this.#exampleRules();
    // Invalid rules are ignored by the browser, as in a style sheet of a page.
    this.#sheet.replaceSync(this.css);
  }

  get #tag(): string {
    return this.tags[this.selected]?.tag ?? '';
  }

  #exampleRules(): string {
    return `${this.#tag} {\n  --spass-link: light-dark(#1f5fa6, #8ab8f0);\n  --spass-radius: 1em;\n}\n${this.#tag}::part(title) {\n  letter-spacing: 0.02em;\n}\n`;
  }

  /** Adds a custom property or a part to the rules, to be filled in. */
  #append(rule: string): void {
    this.css = `${this.css.trimEnd()}\n${rule}\n`;
  }

  override render() {
    const {cssProperties = [], cssParts = []} = declarationOf(this.#tag) ?? {};
    const select = ({target}: Event): void => {
      this.selected = Number((target as HTMLSelectElement).value);
      this.css = this.#exampleRules();
    };
    const edit = ({target}: Event): void => {
      this.css = (target as HTMLTextAreaElement).value;
    };
    const names = (
      label: string,
      list: readonly {readonly name: string}[],
      rule: (name: string) => string,
    ) =>
      html`<p style=${ROW}>
        <strong>${label}</strong>
        ${list.map(
          ({name}) =>
            html`<button
              type="button"
              style="${CONTROL}; ${CODE}; cursor: pointer"
              @click=${() => this.#append(rule(name))}
            >
              ${name}
            </button>`,
        )}
      </p>`;
    return html`
      <p style="margin-block: 0 0.75rem">
        <label style=${LABEL}>
          Tag
          <select style="${CONTROL}; ${CODE}; justify-self: start" @change=${select}>
            ${this.tags.map(({tag}, i) => html`<option value=${i}>${tag}</option>`)}
          </select>
        </label>
      </p>
      <p style="${LABEL}; margin-block: 0.75rem">
        <label for="desk-css">CSS of the page</label>
        <textarea
          id="desk-css"
          rows="8"
          spellcheck="false"
          style="${CONTROL}; ${CODE}; box-sizing: border-box; resize: vertical"
          .value=${this.css}
          @input=${edit}
        ></textarea>
      </p>
      ${names('Custom properties', cssProperties, name => `${this.#tag} {\n  ${name}: ;\n}`)}
      ${names('Parts', cssParts, name => `${this.#tag}::part(${name}) {\n  outline: 2px dashed;\n}`)}
      <div
        style="margin-block-start: 1.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid GrayText"
      >
        ${this.tags[this.selected]?.show()}
      </div>
    `;
  }
}
