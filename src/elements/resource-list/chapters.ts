import {css, html, nothing, type TemplateResult} from 'lit';
import {latestValue, type LoadController} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {MoreController} from '../../controllers/more-controller.js';
import type {QueryResult} from '../../data/source.js';
import {memo} from '../../model/memo.js';
import {applicableFilter, type Query} from '../../model/query.js';
import type {RecordList} from '../../model/collection/record-list.js';
import type {Chapter, Resource} from '../../model/records.js';
import {
  limitChapters,
  type ResolvedChapter,
  resolveChapters,
  unassignedResources,
} from '../../model/resolved-chapters.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderHeading} from '../parts/elements.js';
import {renderMore} from '../parts/page-control.js';
import {hasName, recordName} from '../parts/records/record-labels.js';
import {renderNotice, retryLoad} from '../parts/states.js';
import {repeat} from '../parts/repeat.js';

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

export const chapterStyles = css`
  .chapter {
    padding-block: 0.875em 1.5em;
    border-block-start: 2px solid var(--_ink);
  }
  .chapter > .title {
    font-size: 1.25em;
  }
  .chapter > .intro {
    max-inline-size: 66ch;
    margin-block-start: 0.25em;
  }
  .chapter > .small {
    margin-block: 0.5em;
  }
  .chapter > * + ul {
    margin-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .chapter .row:last-child {
    border: 0;
  }
  /* A chapter without a heading of its own is a row, whose title is its heading. */
  .chapter:has(> ul:first-child) {
    padding-block: 0;
  }
  .chapter:has(> ul:first-child) + :has(> ul:first-child) {
    border-block-start: 1px solid var(--_line);
  }
`;

/** Stands for the last group: the resources that are in no chapter. */
const OTHERS: Chapter = {id: ''};

/** Shows the resources of a list grouped by the chapters of their portal, and then the others. */
export class ChapterView {
  readonly #host: WidgetHost;
  readonly #list: ChapteredList;
  #filledChapters: readonly ResolvedChapter[] = [];
  readonly #more: MoreController;
  /** Returns the chapters with their resources. The first page is shown again when they have changed. */
  readonly #fill = memo(
    () => [this.#chapterRecords, this.#result],
    () => {
      this.#more.reset();
      const {portal: _portal, ...filters} = applicableFilter(this.#list.query ?? {}, 'resources');
      const [records, result] = [this.#chapterRecords, this.#result];
      const isUnfiltered = Object.keys(filters).length === 0 && result?.cappedAt === undefined;
      if (!records || !result) return [];
      const items = [...result.items];
      const chapters = resolveChapters(records, items, isUnfiltered);
      const resources = chapters.length ? unassignedResources(chapters, items) : [];
      return resources.length
        ? [...chapters, {chapter: OTHERS, resources, missingCount: 0}]
        : chapters;
    },
  );

  constructor(host: WidgetHost, list: ChapteredList) {
    this.#host = host;
    this.#list = list;
    this.#more = new MoreController(host, {
      entries: '.row',
      message: (added, shown) => {
        const {messages, number} = list.i18n;
        return messages.added(added, number(added), number(shown), number(this.#total));
      },
    });
    adoptStyles(host, chapterStyles);
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
    this.#filledChapters = this.#fill();
  }

  get #chapterRecords(): RecordList<Chapter> | undefined {
    return latestValue(this.#list.chaptersLoad.state)?.items;
  }

  get #result(): QueryResult<Resource> | undefined {
    return latestValue(this.#list.allResourcesLoad.state);
  }

  get #total(): number {
    return this.#filledChapters.reduce((sum, {resources}) => sum + resources.length, 0);
  }

  /** Renders an error message with a button to try again, if a load has failed. */
  renderFailure(): unknown {
    const {chaptersLoad, allResourcesLoad, i18n} = this.#list;
    const failed = [chaptersLoad, allResourcesLoad].find(({state}) => state.status === 'failed');
    if (failed?.state.status !== 'failed') return nothing;
    const retry = (): void => void retryLoad(this.#host, () => failed.reload());
    return renderNotice(this.#host, i18n.messages.chaptersMissing, retry, failed.state.error);
  }

  render(): TemplateResult {
    const {limit: shown, showNext} = this.#more;
    const total = this.#total;
    return html`<div class="list" part="list" tabindex="-1">
        ${repeat(
          limitChapters(this.#filledChapters, shown),
          ({chapter}) => chapter.id,
          filled => this.#renderChapter(filled),
        )}
      </div>
      ${shown < total ? renderMore(this.#host, {shown, total, showNext}) : nothing}`;
  }

  #renderChapter({chapter, resources, missingCount: missing}: ResolvedChapter): TemplateResult {
    const {i18n} = this.#list;
    const {level} = this.#host;
    const {messages, number} = i18n;
    const title = i18n.text(chapter.title);
    const intro = i18n.text(chapter.intro);
    const name =
      chapter === OTHERS
        ? messages.otherResources
        : title.value || messages.untitled(String(chapter.id));
    const [first] = resources;
    // “Composec” above “Modèle Composec” would say the same twice.
    const isRepeated =
      first &&
      chapter.resources?.length === 1 &&
      !intro.value &&
      hasName(recordName(first, i18n).value, title.value);
    return html`<div class="chapter" part="chapter">
      ${
        isRepeated
          ? nothing
          : renderHeading(level, html`<span lang=${title.lang ?? nothing}>${name}</span>`)
      }
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
                resource => this.#list.renderRow(resource, isRepeated ? level : level + 1),
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
}
