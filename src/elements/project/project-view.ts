import {html, nothing, type TemplateResult} from 'lit';
import {DateController, type DateHost} from '../../controllers/date-controller.js';
import {DownloadController} from '../../controllers/download-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {MoreController} from '../../controllers/more-controller.js';
import {UrlStateController} from '../../controllers/url-state-controller.js';
import type {MessagePart} from '../../controllers/status-controller.js';
import type {QueryResult} from '../../data/source.js';
import {RecordSelectEvent} from '../../events/events.js';
import {projectFacts, projectSheet, projectProgress, contact} from '../../i18n/fr/projects.js';
import {records, events} from '../../i18n/fr/widgets.js';
import type {Project} from '../../model/records.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import {familyStyles} from '../../styles/family.styles.js';
import {projectActStyles} from '../../styles/project-acts.styles.js';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';
import {WidgetView} from '../base/widget-view.js';
import {renderWayOut} from '../parts/empty-state.js';
import {renderFooter} from '../parts/footer.js';
import {renderMore} from '../parts/page-control.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {renderMeeting, renderParticipation} from '../parts/project/project-acts.js';
import {nextMeeting} from '../parts/project/project-state.js';
import {attachmentStyles} from '../parts/records/attachment.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {recordName, actionLabel} from '../parts/records/record-labels.js';
import {renderNotice, renderState, retryLoad} from '../parts/states.js';
import {type SheetI18n, projectPartners, renderPartners} from './facts.js';
import type {PosterSize} from './poster.js';
import {styles} from './project.styles.js';
import {
  printLengthClass,
  renderHead,
  renderMain,
  renderNavigation,
  renderSide,
  renderSummary,
  skeleton,
} from './sheet.js';
import {SheetLanguages, type SheetLanguagesHost} from './sheet-languages.js';
import {SheetRecords} from './sheet-records.js';

interface ProjectHost extends SheetLanguagesHost, DateHost {
  readonly poster: PosterSize | '';
}

export class ProjectView extends WidgetView<ProjectHost> {
  static override readonly styles = [
    printStyles,
    familyStyles,
    projectActStyles,
    attachmentStyles,
    skeletonTextStyles,
    styles,
  ];

  readonly preparesPrint = preparePrint();
  readonly #i18n: SheetI18n = this.host.i18n.withSections({
    contact,
    events,
    projectFacts,
    projectProgress,
    projectSheet,
    records,
  });
  /** Id of the project that the reader has opened from another sheet. */
  #openId: string | undefined;
  /** True until the sheet that the reader has asked for is drawn. */
  #isOpening = false;
  /** Name of the project that the page shows at first, for the way back. */
  #firstName = '';
  readonly #records = new SheetRecords(this.host, () => this.#openId);
  readonly #languages = new SheetLanguages(this.host, () => this.#records.project);
  readonly #date = new DateController(this.host);
  readonly #files = new DownloadController(this.host);
  readonly #more = new MoreController(this.host, {
    entries: '.partner',
    message: added => this.#i18n.messages.partnersAdded(added, this.#i18n.number(added)),
  });
  readonly #map = new LazyModuleController(
    this.host,
    () => this.#isMapNear,
    async () => {
      const map = await import('../parts/pictures/place-covers.js');
      adoptStyles(this.host, map.coverStyles);
      return map;
    },
  );
  readonly #poster = new LazyModuleController(
    this.host,
    () => this.host.poster !== '',
    async () => new (await import('./poster.js')).Poster(this.host, this.#i18n),
  );
  #isMapNear = false;
  /** Place of the map, observed until it is near the screen. */
  #awaited: Element | null = null;
  #observer: IntersectionObserver | undefined;

  constructor(host: ProjectHost) {
    super(host);
    new UrlStateController(host, {
      name: () => (host.syncUrl ? `${host.group || 'project'}.item` : undefined),
      value: () => this.#openId,
      apply: id => (this.#openId = id || undefined),
      entry: () => 'page',
    });
  }

  override pending(): readonly Promise<unknown>[] {
    const parts = [this.#records.funding, this.#languages, this.#map, this.#poster];
    return parts.flatMap(({pending}) => pending);
  }

  override hostUpdated(): void {
    this.#announceOpened();
    const place = this.#isMapNear ? null : this.host.renderRoot.querySelector('.where');
    // Another sheet has another map.
    if (place === this.#awaited) return;
    this.#stopObserving();
    if (!place) return;
    this.#awaited = place;
    this.#observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        this.#isMapNear = true;
        this.#stopObserving();
        this.host.requestUpdate();
      },
      {rootMargin: '50%'},
    );
    this.#observer.observe(place);
  }

  override hostDisconnected(): void {
    this.#stopObserving();
  }

  #stopObserving(): void {
    this.#observer?.disconnect();
    this.#awaited = null;
  }

  override summary(): MessagePart {
    const {project} = this.#records;
    return project ? recordName(project, this.#i18n) : this.#i18n.messages.noProject;
  }

  /** Opens the sheet of another project in place, or the first one. The focus moves to its title. */
  #open(project: Project | undefined): void {
    if (project && !this.host.dispatchEvent(new RecordSelectEvent(project))) return;
    const current = this.#records.project;
    if (this.#openId === undefined && current)
      this.#firstName = recordName(current, this.#i18n).value;
    this.#openId = project && String(project.id);
    this.#more.reset();
    this.host.status.keepFocus();
    this.#isOpening = true;
    this.host.requestUpdate();
  }

  #announceOpened(): void {
    const {project, isShown} = this.#records;
    if (!this.#isOpening || !isShown) return;
    this.#isOpening = false;
    if (!project) return;
    this.host.renderRoot.querySelector<HTMLElement>('.name')?.focus();
    const {messages, colon} = this.#i18n;
    this.host.status.announce(messages.sheetOpened + colon, recordName(project, this.#i18n));
  }

  // Rendering

  override render(): unknown {
    return renderState(
      this.host,
      this.#records.state,
      result => this.#renderSheet(result),
      () => skeleton,
      {renderFooter: result => (this.host.poster ? nothing : renderFooter(this.host, result))},
    );
  }

  #renderSheet(result: QueryResult): TemplateResult {
    const {messages} = this.#i18n;
    const {project, programme} = this.#records;
    if (!project)
      return html`<p class="empty">${messages.noProject} ${renderWayOut(this.host)}</p>`;
    if (programme) this.host.renderedRecords?.set(programme, 'programmes');
    const sheet = {project, programme, i18n: this.#i18n, level: this.host.level};
    const {poster} = this.host;
    if (poster)
      return html`${this.#renderPartial()}${this.#poster.value?.render(sheet, poster, {
        support: this.#records.funding.render(true),
        foot: renderFooter(this.host, {...result, contact: undefined}),
      })}`;
    const acts = this.#renderActs(project);
    const hasActs = acts.some(one => one !== nothing);
    const summary = renderSummary(sheet);
    const main = renderMain(sheet, this.#renderPartners(project), this.#renderChildren());
    const side = renderSide(sheet, this.#renderMap(project));
    const isBare = !hasActs && summary === nothing && main.length === 0 && side.length === 0;
    const navigation = renderNavigation(this.#i18n, {
      first: this.#openId === undefined ? undefined : this.#nameOfFirst(),
      portfolio: this.#records.parent,
      open: project => this.#open(project),
    });
    return html`
      ${this.#records.funding.render()} ${navigation} ${this.#renderPartial()}
      ${renderHead(sheet, renderRecordLink(this.host, project), this.#languages.render())}
      ${isBare && !project.description ? html`<p class="empty">${messages.nothingPublished}</p>` : nothing}
      <div class="columns ${printLengthClass(sheet, this.#records.children.length)}">
        ${summary} ${main.length ? html`<div class="main">${main}</div>` : nothing}
        ${
          hasActs || side.length
            ? html`<div class="side">
                ${hasActs ? html`<div class="acts">${acts}</div>` : nothing}${side}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  /** Returns the name of the first sheet, also for a reader who has opened the link of another one. */
  #nameOfFirst(): string {
    const {first} = this.#records;
    return first ? recordName(first, this.#i18n).value : this.#firstName;
  }

  #renderPartial(): unknown {
    if (!this.#records.isPartial) return nothing;
    const retry = (): void => void retryLoad(this.host, this.#records.reloadFailed);
    return renderNotice(this.host, this.#i18n.messages.partMissing, retry);
  }

  #renderActs(project: Project): readonly unknown[] {
    const {now} = this.#date;
    const i18n = this.#i18n;
    const headingLevel = this.host.level + 1;
    const meeting = nextMeeting(project, this.#records.events, now);
    const {label, url, until} = project.participate ?? {};
    const participation = {label: i18n.text(label), href: url, until, explicitState: ''};
    return [
      renderMeeting(this.host, meeting, i18n, headingLevel, this.#files),
      renderParticipation(participation, i18n, headingLevel, now),
    ];
  }

  #renderPartners(project: Project): unknown {
    const partners = projectPartners(project);
    const {length: total} = partners;
    if (total === 0) return nothing;
    const {limit, showNext} = this.#more;
    const shown = Math.min(total, limit);
    const more = shown < total ? renderMore(this.host, {shown, total, showNext}) : nothing;
    return html`${renderPartners(partners, shown, this.#i18n)}${more}`;
  }

  #renderChildren(): unknown {
    const {children} = this.#records;
    if (children.length === 0) return nothing;
    const {messages} = this.#i18n;
    return html`<ul class="children" part="subprojects">
      ${children.map(
        child =>
          html`<li>
            ${renderRecordLink(this.host, child)}
            <button class="quiet" type="button" @click=${() => this.#open(child)}>
              ${actionLabel(messages.openSheet, recordName(child, this.#i18n), this.#i18n)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #renderMap(project: Project): unknown {
    if (![project, ...(project.partners ?? [])].some(({geo}) => geo)) return nothing;
    const {language, messages} = this.#i18n;
    return html`<figure class="where acteur" role="figure" aria-label=${messages.mapOfProject}>
      ${this.#map.value?.renderProjectPlaces(project, language) ?? html`<div class="cover bone"></div>`}
      <figcaption class="small">${messages.mapOfProject}</figcaption>
    </figure>`;
  }
}
