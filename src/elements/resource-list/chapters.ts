import {html, nothing, type ReactiveElement, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {type LoadController, shownValue} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Answer} from '../../data/source.js';
import {type FilledChapter, fillChapters, firstOf} from '../../model/chapters.js';
import {applicable, type Query} from '../../model/query.js';
import type {Chapter, Resource} from '../../model/records.js';
import {heading} from '../heading.js';
import {chapterStyles} from './chapters.styles.js';
import {renderMore} from './pages.js';

type Load<R extends Chapter | Resource> = LoadController<readonly unknown[], Answer<R>>;

export interface ChapterOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  chapters(): Load<Chapter>;
  /** Load of all resources of the query, regardless of the page. */
  whole(): Load<Resource>;
  question(): Query | undefined;
  level(): number;
  pageSize(): number;
  row(resource: Resource, level: number): unknown;
  /** Dispatches `spass-page-change`; returns false if it is cancelled. */
  mayGo(page: number): boolean;
  failure(error: unknown): string;
  announce(sentence: string): void;
  root(): ParentNode;
  keepFocus(): void;
}

/** Shows the resources of a list grouped by the chapters of their portal. */
export class ChapterView {
  readonly #host: ReactiveElement;
  readonly #options: ChapterOptions;
  #filled: readonly FilledChapter[] = [];
  #made: readonly unknown[] = [];
  /** Number of resources shown in addition to the first page. */
  #extra = 0;

  constructor(host: ReactiveElement, options: ChapterOptions) {
    this.#host = host;
    this.#options = options;
    const {styleSheet} = chapterStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** True if there are chapters. Without any, the plain list is shown. */
  get isShown(): boolean {
    return this.#filled.length > 0;
  }

  /** True while the first load of chapters or resources is pending. */
  get isAwaited(): boolean {
    const {chapters, whole} = this.#options;
    return [chapters().state, whole().state].some(
      state => state.status === 'loading' && !shownValue(state),
    );
  }

  /** Updates the chapters after a change of the loaded records. */
  follow(): void {
    const {chapters, whole, question} = this.#options;
    const named = shownValue(chapters().state)?.items;
    const answer = shownValue(whole().state);
    if (named === this.#made[0] && answer === this.#made[1]) return;
    this.#made = [named, answer];
    this.#extra = 0;
    const {portal: _portal, ...narrowing} = applicable(question() ?? {}, 'resources');
    const isWhole = Object.keys(narrowing).length === 0 && answer?.cappedAt === undefined;
    this.#filled = named && answer ? fillChapters(named, answer.items, isWhole) : [];
  }

  /** Renders an error message with a button to try again, if a load has failed. */
  renderFailure(): unknown {
    const {chapters, whole, failure, i18n, keepFocus} = this.#options;
    const failed = [chapters(), whole()].find(({state}) => state.status === 'failed');
    if (failed?.state.status !== 'failed') return nothing;
    const retry = (): void => {
      keepFocus();
      void failed.reload();
    };
    return html`<div class="failure">
      <p role="alert">${i18n.messages.chaptersMissing} ${failure(failed.state.error)}</p>
      <button class="button" type="button" @click=${retry}>${i18n.messages.tryAgain}</button>
    </div>`;
  }

  render(): TemplateResult {
    const {i18n, pageSize} = this.#options;
    const shown = pageSize() + this.#extra;
    const total = this.#filled.reduce((sum, {resources}) => sum + resources.length, 0);
    return html`<div class="list" part="list" tabindex="-1">
        ${repeat(
          firstOf(this.#filled, shown),
          ({chapter}) => chapter.id,
          filled => this.#renderChapter(filled),
        )}
      </div>
      ${
        shown < total
          ? html`<div class="more">
              ${renderMore(shown, total, i18n, () => void this.#more(total))}
            </div>`
          : nothing
      }`;
  }

  #renderChapter({chapter, resources, missing}: FilledChapter): TemplateResult {
    const {i18n, level, row} = this.#options;
    const {messages, number} = i18n;
    const title = i18n.text(chapter.title);
    const intro = i18n.text(chapter.intro);
    const name = title.value || messages.untitled(String(chapter.id));
    return html`<div class="chapter" part="chapter">
      ${heading(level(), html`<span lang=${title.lang ?? nothing}>${name}</span>`)}
      ${
        intro.value
          ? html`<p class="intro" lang=${intro.lang ?? nothing}>${intro.value}</p>`
          : nothing
      }
      ${
        resources.length
          ? html`<ul>
              ${repeat(
                resources,
                ({id}) => id,
                resource => row(resource, level() + 1),
              )}
            </ul>`
          : nothing
      }
      ${
        missing
          ? html`<p class="small">${messages.missingItems(missing, number(missing))}</p>`
          : nothing
      }
    </div>`;
  }

  async #more(total: number): Promise<void> {
    const {i18n, pageSize, mayGo, announce, root, keepFocus} = this.#options;
    const rows = (): readonly Element[] => [...root().querySelectorAll('.row')];
    const before = rows().length;
    if (!mayGo(Math.floor(before / pageSize()) + 1)) return;
    this.#extra += pageSize();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const now = rows();
    const {messages, number} = i18n;
    const added = now.length - before;
    announce(messages.added(added, number(added), number(now.length), number(total)));
    const next = now[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else keepFocus();
  }
}
