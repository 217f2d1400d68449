import {html, nothing} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {bindSpaces} from '../../i18n/no-break.js';
import type {Text} from '../../model/text.js';

/** Renders the paragraphs of a text, with a note if it is in another language. */
export function renderParagraphs(
  text: Text | undefined,
  ownLang: string | undefined,
  i18n: LocalizeController,
  className = '',
): unknown {
  const {value, lang} = i18n.text(text, ownLang);
  const paragraphs = value.split(/(?:\r?\n|\r)\s*[\r\n]/).filter(words => words.trim());
  if (paragraphs.length === 0) return nothing;
  return html`${
    lang ? html`<p class="small">${i18n.messages.inLanguage(i18n.languageName(lang))}</p>` : nothing
  }${paragraphs.map(words => html`<p class=${className} lang=${lang ?? nothing}>${bindSpaces(words.trim())}</p>`)}`;
}
