import {css, html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {latestValue, type LoadController} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {applicableFilter, type Query} from '../../model/query.js';
import type {Chapter, Resource} from '../../model/records.js';
import {
  limitChapters,
  type ResolvedChapter,
  resolveChapters,
} from '../../model/resolved-chapters.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderHeading} from '../parts/heading.js';
import {errorMessage} from '../parts/states.js';
import {renderMoreButton} from './pagination.js';

type ListLoad<R extends Chapter | Resource> = LoadController<readonly unknown[], QueryResult<R>>;

/** Members of the list that its chapters use. */
export interface ChapteredList {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly query: Query | undefined;
  readonly chaptersLoad: ListLoad<Chapter>;
  /** Load of all resources of the query, regardless of the page. */
  readonly allResourcesLoad: ListLoad<Resource>;
  renderRow(resource: Resource, headingLevel: number): unknown;
}

const chapterStyles = css`
  .chapter {
    padding-block: 1.5em 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .chapter > .title {
    font-size: 1.25em;
  }
  .chapter > .intro {
    max-inline-size: 66ch;
    margin-block-start: 0.375em;
  }
  .chapter > .small {
    margin-block: 0.5em;
  }
  .chapter .row:last-child {
    border: 0;
  }
`;

/** Shows the resources of a list grouped by the chapters of their portal. */
export class ChapterView {
  readonly #host: WidgetHost;
  readonly #list: ChapteredList;
  #filledChapters: readonly ResolvedChapter[] = [];
  #inputs: readonly unknown[] = [];
  /** Number of resources shown in addition to the first page. */
  #extraCount = 0;

  constructor(host: WidgetHost, list: ChapteredList) {
    this.#host = host;
    this.#list = list;
    const {styleSheet} = chapterStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** True if there are chapters. Without any, the plain list is shown. */
  get hasChapters(): boolean {
    return this.#filledChapters.length > 0;
  }

  /** True while the first load of chapters or resources is pending. */
  get isLoading(): boolean {
    const {chaptersLoad, allResourcesLoad} = this.#list;
    return [chaptersLoad.state, allResourcesLoad.state].some(
      state => state.status === 'loading' && !latestValue(state),
    );
  }

  /** Updates the chapters after a change of the loaded records. */
  update(): void {
    const {chaptersLoad, allResourcesLoad, query} = this.#list;
    const chapterRecords = latestValue(chaptersLoad.state)?.items;
    const result = latestValue(allResourcesLoad.state);
    if (chapterRecords === this.#inputs[0] && result === this.#inputs[1]) return;
    this.#inputs = [chapterRecords, result];
    this.#extraCount = 0;
    const {portal: _portal, ...filters} = applicableFilter(query ?? {}, 'resources');
    const isUnfiltered = Object.keys(filters).length === 0 && result?.cappedAt === undefined;
    this.#filledChapters =
      chapterRecords && result ? resolveChapters(chapterRecords, result.items, isUnfiltered) : [];
  }

  /** Renders an error message with a button to try again, if a load has failed. */
  renderFailure(): unknown {
    const {chaptersLoad, allResourcesLoad, i18n} = this.#list;
    const failed = [chaptersLoad, allResourcesLoad].find(({state}) => state.status === 'failed');
    if (failed?.state.status !== 'failed') return nothing;
    const retry = (): void => {
      this.#host.status.keepFocus();
      void failed.reload();
    };
    return html`<div class="failure">
      <p role="alert">${i18n.messages.chaptersMissing} ${errorMessage(failed.state.error, i18n)}</p>
      <button class="button" type="button" @click=${retry}>${i18n.messages.tryAgain}</button>
    </div>`;
  }

  render(): TemplateResult {
    const {i18n} = this.#list;
    const shown = this.#host.pageSize + this.#extraCount;
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
    const {i18n} = this.#list;
    const {level} = this.#host;
    const {messages, number} = i18n;
    const title = i18n.text(chapter.title);
    const intro = i18n.text(chapter.intro);
    const name = title.value || messages.untitled(String(chapter.id));
    return html`<div class="chapter" part="chapter">
      ${renderHeading(level, html`<span lang=${title.lang ?? nothing}>${name}</span>`)}
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
                resource => this.#list.renderRow(resource, level + 1),
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
    const {pageSize, renderRoot, status} = this.#host;
    const rows = (): readonly Element[] => [...renderRoot.querySelectorAll('.row')];
    const before = rows().length;
    const event = new PageChangeEvent(Math.floor(before / pageSize) + 1);
    if (!this.#host.dispatchEvent(event)) return;
    this.#extraCount += pageSize;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const after = rows();
    const {messages, number} = this.#list.i18n;
    const added = after.length - before;
    status.announce(messages.added(added, number(added), number(after.length), number(total)));
    const next = after[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else status.keepFocus();
  }
}
