import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';

interface ContentOptions {
  /** Selector of the children that are content. */
  readonly selector: string;
  /** Prefix of the slot names: `step` gives `step-1`, `step-2` and so on. */
  readonly slot: string;
  /** Observed attributes of the children. */
  readonly observedAttributes: readonly string[];
}

/**
 * Observes the children of a widget that are its content, and assigns each to a numbered slot. Children that the page
 * has assigned to another slot are left there.
 */
export class ContentController implements ReactiveController {
  nodes: readonly HTMLElement[] = [];
  /** Incremented on each change. */
  version = 0;
  readonly #host: LitElement;
  readonly #options: ContentOptions;
  readonly #observer = new MutationObserver(() => this.#update());

  constructor(host: LitElement, options: ContentOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#update();
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...this.#options.observedAttributes],
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  slotName(index: number): string {
    return `${this.#options.slot}-${index + 1}`;
  }

  /** Renders the slots only, as long as the content cannot be rendered otherwise. */
  renderSlots(): readonly TemplateResult[] {
    return this.nodes.map((_, index) => html`<slot name=${this.slotName(index)}></slot>`);
  }

  #update(): void {
    const {selector, slot} = this.#options;
    const isContent = (child: Element): child is HTMLElement =>
      child instanceof HTMLElement &&
      child.matches(selector) &&
      (!child.slot || child.slot.startsWith(`${slot}-`));
    this.nodes = [...this.#host.children].filter(isContent);
    this.nodes.forEach((node, index) => {
      if (node.slot !== this.slotName(index)) node.slot = this.slotName(index);
    });
    this.version++;
    this.#host.requestUpdate();
  }
}
