import {css, html, type LitElement, nothing, type ReactiveController, render} from 'lit';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {mergeAttributions} from '../../model/merge-attributions.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import {controlStyles, hostStyles} from '../../styles/host.styles.js';
import {replacePrerendered} from '../base/prerendered-content.js';
import {type Credits, renderCredits} from '../parts/footer.js';
import {LanguageSwitch, type LanguageSwitchHost} from '../parts/language-switch.js';

const feet = new WeakMap<LitElement, PortalFoot>();

/** The footer has the background of the skin, as the widgets have; the page's own content between them has not. */
export const portalFootStyles = css`
  :host(spass-portal) {
    box-shadow: none;
  }
  @media not print {
    /* Apart from the foot of the last widget. Lines with a link and without one have the same distance. */
    .root > .foot {
      row-gap: 0;
      margin-block-start: 3em;
      border-block-start: 1px solid var(--_line);
      > span {
        padding-block: 0.35em;
      }
    }
    .root {
      box-shadow: 0 0 0 var(--_margin, 0) var(--spass-background, transparent);
    }
  }
  @media print {
    /* Below all columns of a page. */
    .root {
      column-span: all;
      grid-column: 1 / -1;
    }
    /* Nor would it draw the columns before it to the next sheet. */
    .root > .foot {
      break-before: auto;
      > a {
        display: none;
      }
    }
  }
`;

/** Shows the credits of a widget in the footer of its portal. */
export function addCredits(portal: LitElement, widget: Node, credits: Credits): void {
  const foot = feet.get(portal) ?? new PortalFoot(portal);
  feet.set(portal, foot);
  foot.add(widget, credits);
}

export function createLanguageSwitch(
  portal: LanguageSwitchHost & {readonly languages: string},
): LanguageSwitch {
  void replaceWhenLoaded(portal);
  return new LanguageSwitch(portal, {name: 'portal', languages: () => portal.languages});
}

/**
 * Replaces the content of a portal that `prerender` has written, once the widgets inside have loaded. A footer in it is
 * replaced with the credits of all of them: before, it would be shorter for a while.
 */
async function replaceWhenLoaded(portal: LitElement): Promise<void> {
  const root = portal.shadowRoot;
  if (!root || portal.renderRoot === root) return;
  const widgets = [...portal.querySelectorAll<LitElement & {loadComplete?: Promise<void>}>('*')];
  await Promise.all(widgets.flatMap(({loadComplete}) => loadComplete ?? []));
  await portal.updateComplete;
  if (!root.querySelector('.foot') || feet.get(portal)?.isRendered) replacePrerendered(portal);
}

/** Footer of a portal: credits of the widgets inside it, each named once. */
class PortalFoot implements ReactiveController {
  /** True if the credits have been rendered, in the language of the reader. */
  isRendered = false;
  readonly #host: LitElement;
  readonly #i18n: LocalizeController;
  readonly #container = document.createElement('div');
  readonly #credits = new Map<Node, Credits>();
  readonly #observer = new MutationObserver(() => this.#removeAbsentWidgets());

  constructor(host: LitElement) {
    this.#host = host;
    this.#i18n = new LocalizeController(host);
    adoptStyles(host, hostStyles, controlStyles, portalFootStyles);
    this.#container.className = 'root';
    host.renderRoot.append(this.#container);
    host.addController(this);
  }

  add(widget: Node, credits: Credits): void {
    const {attribution, contact} = this.#credits.get(widget) ?? {};
    this.#credits.set(widget, credits);
    if (attribution !== credits.attribution || contact !== credits.contact)
      this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, {childList: true, subtree: true});
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    const {isReady, language, direction} = this.#i18n;
    this.#container.lang = language;
    this.#container.dir = direction;
    if (!isReady) return;
    render(this.#render(), this.#container);
    this.isRendered = true;
    void replaceWhenLoaded(this.#host);
  }

  #removeAbsentWidgets(): void {
    for (const widget of this.#credits.keys())
      if (!this.#host.contains(widget)) {
        this.#credits.delete(widget);
        this.#host.requestUpdate();
      }
  }

  #render(): unknown {
    const credits = [...this.#credits.values()];
    const parts = renderCredits(this.#i18n, {
      attribution: mergeAttributions(credits.flatMap(({attribution}) => attribution ?? [])),
      contact: credits.find(({contact}) => contact)?.contact,
    });
    return parts.length ? html`<div class="foot small" part="foot">${parts}</div>` : nothing;
  }
}
