import {html, nothing, type ReactiveElement, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {type LoadController, latestValue} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {
  type ResolvedChapter,
  resolveChapters,
  limitChapters,
} from '../../model/resolved-chapters.js';
import {applicableFilter, type Query} from '../../model/query.js';
import type {Chapter, Resource} from '../../model/records.js';
import {renderHeading} from '../parts/heading.js';
import {chapterStyles} from './chapters.styles.js';
import {renderMoreButton} from './pagination.js';

type ListLoad<R extends Chapter | Resource> = LoadController<readonly unknown[], QueryResult<R>>;

export interface ChapterViewOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  chapters(): ListLoad<Chapter>;
  /** Load of all resources of the query, regardless of the page. */
  allResources(): ListLoad<Resource>;
  query(): Query | undefined;
  headingLevel(): number;
  pageSize(): number;
  renderRow(resource: Resource, level: number): unknown;
  /** Dispatches `spass-page-change`; returns false if it is cancelled. */
  confirmPageChange(page: number): boolean;
  errorMessage(error: unknown): string;
  announce(message: string): void;
  renderRoot(): ParentNode;
  keepFocus(): void;
}

/** Shows the resources of a list grouped by the chapters of their portal. */
export class ChapterView {
  readonly #host: ReactiveElement;
  readonly #options: ChapterViewOptions;
  #filledChapters: readonly ResolvedChapter[] = [];
  #inputs: readonly unknown[] = [];
  /** Number of resources shown in addition to the first page. */
  #extraCount = 0;

  constructor(host: ReactiveElement, options: ChapterViewOptions) {
    this.#host = host;
    this.#options = options;
    const {styleSheet} = chapterStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** True if there are chapters. Without any, the plain list is shown. */
  get hasChapters(): boolean {
    return this.#filledChapters.length > 0;
  }

  /** True while the first load of chapters or resources is pending. */
  get isLoading(): boolean {
    const {chapters, allResources} = this.#options;
    return [chapters().state, allResources().state].some(
      state => state.status === 'loading' && !latestValue(state),
    );
  }

  /** Updates the chapters after a change of the loaded records. */
  update(): void {
    const {chapters, allResources, query} = this.#options;
    const chapterRecords = latestValue(chapters().state)?.items;
    const result = latestValue(allResources().state);
    if (chapterRecords === this.#inputs[0] && result === this.#inputs[1]) return;
    this.#inputs = [chapterRecords, result];
    this.#extraCount = 0;
    const {portal: _portal, ...filters} = applicableFilter(query() ?? {}, 'resources');
    const isUnfiltered = Object.keys(filters).length === 0 && result?.cappedAt === undefined;
    this.#filledChapters =
      chapterRecords && result ? resolveChapters(chapterRecords, result.items, isUnfiltered) : [];
  }

  /** Renders an error message with a button to try again, if a load has failed. */
  renderFailure(): unknown {
    const {chapters, allResources, errorMessage, i18n, keepFocus} = this.#options;
    const failed = [chapters(), allResources()].find(({state}) => state.status === 'failed');
    if (failed?.state.status !== 'failed') return nothing;
    const retry = (): void => {
      keepFocus();
      void failed.reload();
    };
    return html`<div class="failure">
      <p role="alert">${i18n.messages.chaptersMissing} ${errorMessage(failed.state.error)}</p>
      <button class="button" type="button" @click=${retry}>${i18n.messages.tryAgain}</button>
    </div>`;
  }

  render(): TemplateResult {
    const {i18n, pageSize} = this.#options;
    const shown = pageSize() + this.#extraCount;
    const total = this.#filledChapters.reduce((sum, {resources}) => sum + resources.length, 0);
    return html`<div class="list" part="list" tabindex="-1">
        ${repeat(
          limitChapters(this.#filledChapters, shown),
          ({chapter}) => chapter.id,
          filled => this.#renderChapter(filled),
        )}
      </div>
      ${
        shown < total
          ? html`<div class="more">
              ${renderMoreButton(shown, total, i18n, () => void this.#showMore(total))}
            </div>`
          : nothing
      }`;
  }

  #renderChapter({chapter, resources, missingCount: missing}: ResolvedChapter): TemplateResult {
    const {i18n, headingLevel, renderRow} = this.#options;
    const {messages, number} = i18n;
    const title = i18n.text(chapter.title);
    const intro = i18n.text(chapter.intro);
    const name = title.value || messages.untitled(String(chapter.id));
    return html`<div class="chapter" part="chapter">
      ${renderHeading(headingLevel(), html`<span lang=${title.lang ?? nothing}>${name}</span>`)}
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
                resource => renderRow(resource, headingLevel() + 1),
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

  async #showMore(total: number): Promise<void> {
    const {i18n, pageSize, confirmPageChange, announce, renderRoot, keepFocus} = this.#options;
    const rows = (): readonly Element[] => [...renderRoot().querySelectorAll('.row')];
    const before = rows().length;
    if (!confirmPageChange(Math.floor(before / pageSize()) + 1)) return;
    this.#extraCount += pageSize();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const after = rows();
    const {messages, number} = i18n;
    const added = after.length - before;
    announce(messages.added(added, number(added), number(after.length), number(total)));
    const next = after[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else keepFocus();
  }
}
