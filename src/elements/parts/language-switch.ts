import {css, html, type LitElement, nothing} from 'lit';
import {LocalizeController, updateLanguages} from '../../controllers/localize-controller.js';
import {UrlStateController} from '../../controllers/url-state-controller.js';
import {canonicalLanguage, supportedLanguages} from '../../i18n/catalogues.js';
import {formatLanguage} from '../../i18n/format.js';
import {languageSwitch} from '../../i18n/fr/on-demand.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import {controlStyles} from '../../styles/host.styles.js';
import {warnOnce} from '../base/warn.js';

export interface LanguageSwitchHost extends LitElement {
  readonly group: string;
  readonly syncUrl: boolean;
  /** Language that the reader has chosen; undefined to use the page's. */
  readerLanguage?: string | undefined;
}

interface LanguageSwitchOptions {
  /** Name of the URL parameter of an element without a group. */
  readonly name: string;
  /** Returns the offered languages, separated by spaces. */
  languages(): string;
}

export const languageSwitchStyles = css`
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 1em;
  }
  .sr {
    position: absolute;
    clip-path: inset(50%);
  }
  @media print {
    .languages {
      display: none;
    }
  }
`;

const primarySubtag = (language: string): string => language.split('-', 1)[0] ?? '';

/** Buttons with which a reader chooses the language of a sheet, or of the widgets inside a portal. */
export class LanguageSwitch {
  readonly #host: LanguageSwitchHost;
  readonly #offered: () => string;
  readonly #i18n: LocalizeController<'languageSwitch'>;
  /** Language that the reader has chosen, or that the URL names. */
  #chosen: string | undefined;
  #message = '';

  constructor(host: LanguageSwitchHost, {name, languages}: LanguageSwitchOptions) {
    this.#host = host;
    this.#offered = languages;
    this.#i18n = new LocalizeController(host, {languageSwitch});
    adoptStyles(host, controlStyles, languageSwitchStyles);
    new UrlStateController(host, {
      name: () => (host.syncUrl ? `${host.group || name}.lang` : undefined),
      value: () => this.#chosen,
      apply: value => {
        this.#chosen = this.#languages.find(language => language === value);
        this.update();
      },
      entry: () => 'choice',
    });
    this.update();
  }

  /** Offered languages, as canonical tags. */
  get #languages(): readonly string[] {
    const words = this.#offered()
      .split(/[\s,]+/)
      .filter(Boolean);
    const tags = words.flatMap(word => {
      const tag = canonicalLanguage(word);
      if (tag !== undefined) return [tag];
      const known = supportedLanguages().join(', ');
      warnOnce(this.#host, `languages: there is no "${word.slice(0, 40)}", but ${known}`);
      return [];
    });
    return [...new Set(tags)];
  }

  /** Applies the chosen language, or else the page's language if it is offered, or else the first language. */
  update(): void {
    const languages = this.#languages;
    const chosen = languages.find(language => language === this.#chosen);
    this.#host.readerLanguage = chosen;
    this.#i18n.updateLanguage();
    const isOffered = languages.some(
      language => primarySubtag(language) === primarySubtag(this.#i18n.language),
    );
    if (!chosen && !isOffered) this.#host.readerLanguage = languages[0];
    // Once for all widgets: they would load the messages of a language that is not shown.
    updateLanguages();
  }

  async #choose(language: string): Promise<void> {
    this.#chosen = language;
    this.update();
    this.#host.requestUpdate();
    // The message is in the chosen language.
    await this.#i18n.pending;
    this.#message = this.#i18n.messages.languageChosen(formatLanguage(language, language));
    this.#host.requestUpdate();
  }

  render(): unknown {
    const languages = this.#languages;
    if (languages.length < 2) return nothing;
    const {language: current, messages} = this.#i18n;
    const isCurrent = (language: string): boolean =>
      language === current ||
      (!languages.includes(current) && primarySubtag(language) === primarySubtag(current));
    return html`<div
        class="languages"
        part="languages"
        role="group"
        lang=${current}
        aria-label=${messages.chooseLanguage}
      >
        ${languages.map(
          language =>
            html`<button
              class="button"
              type="button"
              part="language"
              lang=${language}
              aria-pressed=${isCurrent(language)}
              @click=${() => void this.#choose(language)}
            >
              ${formatLanguage(language, language)}
            </button>`,
        )}
      </div>
      <p class="sr" role="status" lang=${current}>${this.#message}</p>`;
  }
}
