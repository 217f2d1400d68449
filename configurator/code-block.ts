import {html, nothing, type TemplateResult} from 'lit';
import type {ConfiguratorState} from './configurator-state.js';
import type {ConfiguratorMessages} from './messages.js';

/** Renders a button that copies a text. */
export function renderCopyButton(
  text: string,
  name: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      state.announce(messages.copied, name);
    } catch {
      state.announce(messages.notCopied, name);
    }
  };
  return html`<span class="copie">
    ${state.copiedName === name ? html`<span class="dit" aria-hidden="true">${state.status}</span>` : nothing}
    <button type="button" class="bouton copier" @click=${() => void copy()}>
      ${messages.copy}<span class="cache"> : ${name}</span>
    </button>
  </span>`;
}

/** Tags, names of attributes and their values in HTML. */
const TOKENS = /(<\/?[a-z][\w-]*|>)|([\w-]+)(?==")|("[^"]*")/g;

/** Returns the text with its tags and attributes in colour. */
function highlight(text: string): readonly (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const [token, tag, name] = match;
    const kind = tag ? 'balise' : name ? 'nom' : 'valeur';
    pieces.push(text.slice(end, match.index), html`<span class=${kind}>${token}</span>`);
    end = match.index + token.length;
  }
  return [...pieces, text.slice(end)];
}

/** Renders a text in colour, which scrolls. */
export const renderText = (text: string, name: string): TemplateResult =>
  html`<pre
    class="code"
    tabindex="0"
    role="group"
    aria-label=${name}
  ><code>${highlight(text)}</code></pre>`;

/** Renders a code block with a button that copies it. */
export const renderCode = (
  text: string,
  name: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult =>
  html`<div class="extrait">
    ${renderText(text, name)} ${renderCopyButton(text, name, state, messages)}
  </div>`;
