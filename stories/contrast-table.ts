import {html, LitElement, type PropertyValues} from 'lit';
import {COLOURS, contrastRatio} from '../configurator/colours.js';
import {manyPortals} from '../tests/support/portals.js';

const CELL =
  'padding: 0.5rem 1.25rem 0.5rem 0; text-align: start; white-space: nowrap; border-block-end: 1px solid color-mix(in srgb, currentColor 25%, transparent); font-variant-numeric: tabular-nums';
/** The names of the properties are below their colours. */
const NAME =
  'display: grid; gap: 0.25rem; justify-items: start; font: 600 0.875em/1.3 ui-monospace, monospace';
/** Background colours. */
const BACKGROUNDS = ['--spass-background', '--spass-surface', '--spass-tint'];
const COLOUR_NAMES = [...BACKGROUNDS, ...COLOURS.map(({name}) => name)];
/** Text colours of the page, used if the skin sets none. */
const PAGE_COLOURS = {'--spass-ink': 'CanvasText', '--spass-link': 'CanvasText'} as const;
const FALLBACKS: Readonly<Record<string, string>> = PAGE_COLOURS;

const canvasContext = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

/** Converts a computed colour, in any notation, to `#rrggbb`. */
function toHex(computed: string): string {
  if (!canvasContext) throw new Error('This browser has no canvas.');
  canvasContext.fillStyle = computed;
  canvasContext.fillRect(0, 0, 1, 1);
  const channels = [...canvasContext.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  return `#${channels.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Editable colours of a skin with the contrast of each pair and the required minimum. Rendered in the light DOM. */
export class ContrastTable extends LitElement {
  // No decorators: Storybook's build only compiles those of src/.
  static override properties = {skin: {}, _colours: {state: true}};
  declare skin: string;
  declare private _colours: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.skin = 'caue';
    this._colours = {};
  }

  private get _widget(): HTMLElement {
    const widget = this.renderRoot.querySelector<HTMLElement>('spass-portal-cards');
    if (!widget) throw new Error('The desk is not drawn yet.');
    return widget;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('skin')) this._colours = this.#colours();
  }

  /** Returns the colours that the skin sets, as computed on a widget; `plain` leaves them to the page. */
  #colours(): Readonly<Record<string, string>> {
    for (const name of COLOUR_NAMES) this._widget.style.removeProperty(name);
    const probe = document.createElement('span');
    this._widget.shadowRoot?.append(probe);
    const colourOf = (name: string): string => {
      const fallback = BACKGROUNDS.includes(name)
        ? 'Canvas'
        : (FALLBACKS[name] ?? `var(--_${name.slice(8)})`);
      probe.style.color = `var(${name}, ${fallback})`;
      return toHex(getComputedStyle(probe).color);
    };
    const colours = Object.fromEntries(COLOUR_NAMES.map(name => [name, colourOf(name)]));
    probe.remove();
    return colours;
  }

  #set(name: string, value: string): void {
    this._colours = {...this._colours, [name]: value};
    this._widget.style.setProperty(name, value);
  }

  #renderCell(ground: string, name: string, minContrast: number) {
    const found = contrastRatio(this._colours[name] ?? '', this._colours[ground] ?? '') ?? 0;
    const passes = found >= minContrast;
    // Rounded down: 4.49 does not satisfy 4.5.
    const shown = (Math.floor(found * 100) / 100).toFixed(2);
    return html`<td style=${CELL} data-pair="${name} ${ground}" data-passes=${passes}>
      ${shown} ${passes ? '✓ passes' : html`<strong>✗ fails</strong>`}
    </td>`;
  }

  #renderName(name: string) {
    return html`<label style=${NAME}>
      <input
        type="color"
        style="inline-size: 4rem; block-size: 1.75rem; padding: 2px; border: 1px solid GrayText; border-radius: 0.375rem; background: none"
        .value=${this._colours[name] ?? '#000000'}
        @input=${({target}: Event) => {
          this.#set(name, (target as HTMLInputElement).value);
        }}
      />
      ${name}
    </label>`;
  }

  protected override render() {
    return html`
      <p>
        The ratio of each colour to each ground (WCAG 2.2). Change one: the widget below takes it at
        once. Then look in the other scheme, by the toolbar.
      </p>
      <div
        style="overflow-x: auto; margin-block-end: 1.5rem"
        tabindex="0"
        role="region"
        aria-label="Contrast of each pair"
      >
        <table style="border-collapse: collapse">
          <thead>
            <tr>
              <th scope="col" style=${CELL}>Colour</th>
              <th scope="col" style=${CELL}>At least</th>
              ${BACKGROUNDS.map(name => html`<th scope="col" style=${CELL}>${this.#renderName(name)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${COLOURS.map(
              ({name, minContrast: least}) =>
                html`<tr>
                  <th scope="row" style=${CELL}>${this.#renderName(name)}</th>
                  <td style=${CELL}>${least}</td>
                  ${BACKGROUNDS.map(ground => this.#renderCell(ground, name, least))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <spass-portal-cards skin=${this.skin} limit="3" .items=${manyPortals(3)}></spass-portal-cards>
    `;
  }
}
