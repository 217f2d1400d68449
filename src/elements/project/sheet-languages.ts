import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {canonicalLanguage} from '../../i18n/catalogues.js';
import type {Project} from '../../model/records.js';
import type {Text} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {LanguageSwitch, LanguageSwitchHost} from '../parts/language-switch.js';

export interface SheetLanguagesHost extends WidgetHost, LanguageSwitchHost {
  readonly group: string;
  readonly syncUrl: boolean;
}

const languagesOf = (text: Text | undefined): readonly string[] =>
  typeof text === 'object' ? Object.keys(text).filter(language => text[language]?.trim()) : [];

/** Returns the languages of the interface in which a project has texts. */
function projectLanguages(project: Project): readonly string[] {
  const {title, description, aims, results} = project;
  const all = [title, description, aims, results].flatMap(languagesOf);
  return [...new Set(all.map(language => canonicalLanguage(language)))].filter(
    language => language !== undefined,
  );
}

/** Language switch of a sheet, offered if the project has texts in several languages. */
export class SheetLanguages {
  readonly #host: SheetLanguagesHost;
  readonly #project: () => Project | undefined;
  readonly #switch: LazyModuleController<LanguageSwitch>;
  /** Language of the page, which stays on offer. */
  #pageLanguage: string | undefined;

  constructor(host: SheetLanguagesHost, project: () => Project | undefined) {
    this.#host = host;
    this.#project = project;
    this.#switch = new LazyModuleController(
      host,
      () => this.#offered.includes(' '),
      async () =>
        new (await import('../parts/language-switch.js')).LanguageSwitch(host, {
          name: 'project',
          languages: () => this.#offered,
        }),
    );
  }

  get pending(): readonly Promise<unknown>[] {
    return this.#switch.pending;
  }

  render(): unknown {
    return this.#offered.includes(' ') ? this.#switch.value?.render() : undefined;
  }

  /** Offered languages, separated by spaces; empty inside a portal that has a switch of its own. */
  get #offered(): string {
    const {i18n, readerLanguage} = this.#host;
    const project = this.#project();
    if (!project || this.#host.closest('spass-portal[languages]')) return '';
    if (!readerLanguage) this.#pageLanguage = i18n.language;
    const own = projectLanguages(project);
    if (own.length < 2) return '';
    const primary = (language = ''): string => language.split('-', 1)[0] ?? '';
    const isOffered = own.some(language => primary(language) === primary(this.#pageLanguage));
    return [...(isOffered ? [] : [this.#pageLanguage]), ...own].join(' ');
  }
}
