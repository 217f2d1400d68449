import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';

interface Options {
  /** Which children count, as a selector. */
  readonly selector: string;
  /** What their slots are called: `step` makes `step-1`, `step-2` … */
  readonly slot: string;
  /** The attributes in which they say what they are. */
  readonly attributes: readonly string[];
}

/**
 * The children of a widget that are its content: the page's own nodes, each shown by a slot of its own, followed as
 * they come, go and change. A child that the page has put in another slot stays there.
 */
export class ContentController implements ReactiveController {
  nodes: readonly HTMLElement[] = [];
  /** Another number after each change. */
  version = 0;
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #observer = new MutationObserver(() => this.#look());

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...this.#options.attributes],
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** The name of the slot that shows a node. */
  slotOf(index: number): string {
    return `${this.#options.slot}-${index + 1}`;
  }

  /** All of it as it stands, where nothing can be made of it yet. */
  renderAsItStands(): readonly TemplateResult[] {
    return this.nodes.map((_, index) => html`<slot name=${this.slotOf(index)}></slot>`);
  }

  #look(): void {
    const {selector, slot} = this.#options;
    const isOurs = (child: Element): child is HTMLElement =>
      child instanceof HTMLElement &&
      child.matches(selector) &&
      (!child.slot || child.slot.startsWith(`${slot}-`));
    this.nodes = [...this.#host.children].filter(isOurs);
    this.nodes.forEach((node, index) => {
      if (node.slot !== this.slotOf(index)) node.slot = this.slotOf(index);
    });
    this.version++;
    this.#host.requestUpdate();
  }
}
