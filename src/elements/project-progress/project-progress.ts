import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ContentController} from '../../controllers/content-controller.js';
import {DownloadController} from '../../controllers/download-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {safeLink} from '../../model/safe-urls.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {events} from '../../i18n/fr/events.js';
import {projectProgress} from '../../i18n/fr/project-progress.js';
import {type Query, splitList} from '../../model/query.js';
import type {
  CollectionName,
  PortalEvent,
  PortalRecord,
  Project,
  Resource,
} from '../../model/records.js';
import {isoDate, anyText} from '../base/attribute-converters.js';
import {icsFileName, createIcsFile} from '../parts/ics-file.js';
import {renderHeading} from '../parts/heading.js';
import {DataWidget} from '../base/data-widget.js';
import {renderMeeting} from './meeting.js';
import {phaseItems, renderPhases} from './phases.js';
import {renderParticipation} from './participation.js';
import {styles} from './project-progress.styles.js';
import {nextMeeting} from './project-state.js';

/** Maximum number of latest resources. */
const MAX_LATEST_RESOURCES = 3;

/**
 * Progress of a project: its phases, the next meeting, the call for participation with its deadline, and the latest
 * resources.
 *
 * The project is the one that `project` names in `items`, `api` or the surrounding `<spass-portal>`. No data are
 * needed:
 * phases can be given as `<li data-state="done">` children, and `href`, `label`, `until` and `state` describe a call
 * for
 * participation on any platform.
 *
 * @customElement spass-project-progress
 * @slot - Phases: children with `data-state`, or items of a list. Without any, content shown until data are loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a record; cancelable.
 * @event {LoadEvent} spass-load - Fired when the project is rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the project could not be loaded; does not bubble.
 * @csspart phases - List of phases.
 * @csspart phase - A phase.
 * @csspart meeting - The next meeting.
 * @csspart calendar - Button that downloads the meeting as a calendar file.
 * @csspart participation - Call for participation.
 * @csspart action - Link to the participation.
 * @csspart resources - The latest resources.
 * @csspart link - Link of a record.
 * @csspart title - Title of a record without a link.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-progress-action] - Background colour of the link to the participation.
 * @cssproperty [--spass-progress-on-action] - Text colour of the link to the participation.
 */
export class SpassProjectProgress extends DataWidget {
  static override styles = [DataWidget.styles, styles];

  /** URL of the participation, on any platform; that of the project by default. */
  @property({converter: anyText}) href = '';
  /** Text of the link to the participation. */
  @property({converter: anyText}) label = '';
  /** Deadline of the participation, in ISO 8601 of any precision. */
  @property({converter: isoDate}) until = '';
  /** `open`, `closed` or `soon`; any other text is shown as it is. By default derived from `until`. */
  @property({converter: anyText}) state = '';
  /** Reference time; the current time by default. */
  @property({attribute: false}) now?: Date | undefined;

  /** @internal */
  override readonly collection = 'projects';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {projectProgress, events});

  readonly #content = new ContentController(this, {
    selector: 'li, ol, ul, [data-state]',
    slot: 'phase',
    observedAttributes: ['data-state'],
  });
  readonly #projects = this.loadRecords('projects', () => this.#projectQuery());
  readonly #events = this.loadRecords('events', () => this.#relatedQuery(), 'all');
  readonly #resources = this.loadRecords('resources', () => {
    const query = this.#relatedQuery();
    return query && {...query, sort: '-date', limit: MAX_LATEST_RESOURCES};
  });
  readonly #files = new DownloadController(this);
  #standaloneSource: PortalSource | undefined;
  #latestProject: Project | undefined;

  // Data

  /** True if the page itself gives all content, so that no project is requested. */
  get #isStandalone(): boolean {
    const hasContent =
      this.#content.nodes.length > 0 || this.href || this.label || this.until || this.state;
    return Boolean(hasContent) && !(this.project || this.items || this.api);
  }

  protected override get openedSource(): PortalSource | LoadError | undefined {
    if (!this.#isStandalone) return super.openedSource;
    this.#standaloneSource ??= new ItemsSource({projects: [{id: 'page'}]}, line => this.warn(line));
    return this.#standaloneSource;
  }

  #projectQuery(): Query | undefined {
    // The filter also matches the projects of a portfolio, so that more than one record may be returned.
    const limit = this.project ? 100 : 1;
    return this.#isStandalone ? {} : {...this.fixedFilter, limit, lang: this.i18n.language};
  }

  get #project(): Project | undefined {
    const {state} = this.#projects;
    const items = [...(latestValue(state)?.items ?? [])];
    const [requestedId] = splitList(this.project);
    const project =
      requestedId === undefined ? items[0] : items.find(({id}) => String(id) === requestedId);
    // The previous project stays visible until the next one is loaded.
    if (project || state.status !== 'loading') this.#latestProject = project;
    return this.#latestProject;
  }

  /** Query for the events and resources of the current project. */
  #relatedQuery(): Query | undefined {
    const project = this.#project;
    return project && !this.#isStandalone
      ? {project: [String(project.id)], lang: this.i18n.language}
      : undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Each slotted `<li>` is rendered inside a list item of the shadow tree.
    for (const node of this.#content.nodes) if (node.localName === 'li') node.role = 'none';
  }

  #addToCalendar(event: PortalEvent): void {
    const source = this.openedSource;
    const sourceName = source && !(source instanceof LoadError) ? source.name : '';
    const name = icsFileName(this.i18n.text(event.title).value);
    this.#files.save({
      name,
      file: createIcsFile([event], sourceName, this.i18n, this.now ?? new Date()),
    });
    this.announce(this.i18n.messages.calendarReady(name));
  }

  // Rendering

  /** @internal */
  override get hasFallback(): boolean {
    return super.hasFallback || this.#content.nodes.length > 0;
  }

  protected override renderContent(): unknown {
    const isReady = this.i18n.isReady && latestValue(this.#projects.state);
    return html`${isReady ? nothing : this.#content.renderSlots()}${this.renderState(
      this.#projects.state,
      () => this.#renderProject(),
      // The page's own phases need no placeholder.
      () =>
        this.#content.nodes.length
          ? nothing
          : html`<div class="bone title"></div>
              <div class="bone line"></div>`,
    )}`;
  }

  #renderProject(): unknown {
    const project = this.#project;
    const {messages} = this.i18n;
    if (!project) return html`<p class="notice">${messages.noProject}</p>`;
    const now = this.now ?? new Date();
    const phases = phaseItems(this.#content, project.phases);
    const events = [...(latestValue(this.#events.state)?.items ?? [])];
    const meeting = nextMeeting(project, events, now);
    const level = this.#isStandalone ? this.level : this.level + 1;
    return html`
      ${this.#isStandalone ? nothing : renderHeading(this.level, this.renderLink(project))}
      ${renderPhases(phases, this.i18n, now)}
      <div class="acts">
        ${
          meeting
            ? renderMeeting(meeting, {
                i18n: this.i18n,
                headingLevel: level,
                renderLink: event => this.#renderRecordLink(event, 'events'),
                addToCalendar: event => this.#addToCalendar(event),
              })
            : nothing
        }
        ${this.#renderParticipation(project, level, now)}
      </div>
      ${this.#renderLatest(level)}
    `;
  }

  /** Renders the link of a record of another collection than the widget's own. */
  #renderRecordLink(record: PortalRecord, collection: CollectionName): unknown {
    const link = this.renderLink(record);
    this.renderedRecords?.set(record, collection);
    return link;
  }

  #renderParticipation({participate = {}}: Project, level: number, now: Date): unknown {
    const href = this.href ? safeLink(this.href, document.baseURI) : undefined;
    if (this.href && !href) this.warn(`href="${this.href.slice(0, 80)}" is no link to follow`);
    const label = this.i18n.text(this.label || participate.label);
    return renderParticipation(
      {
        label,
        href: href ?? participate.url,
        until: this.until || participate.until,
        explicitState: this.state,
      },
      this.i18n,
      level,
      now,
    );
  }

  #renderLatest(level: number): unknown {
    const resources = [...(latestValue(this.#resources.state)?.items ?? [])].slice(
      0,
      MAX_LATEST_RESOURCES,
    );
    if (resources.length === 0) return nothing;
    const renderEntry = (resource: Resource): TemplateResult => {
      const date =
        resource.published ?? resource.event?.start ?? resource.period?.start ?? resource.created;
      return html`<li>
        ${this.#renderRecordLink(resource, 'resources')}
        ${date ? html`<time class="small" datetime=${date}>${this.i18n.date(date)}</time>` : nothing}
      </li>`;
    };
    return html`<div class="latest" part="resources">
      ${renderHeading(level, this.i18n.messages.latest)}
      <ul>
        ${resources.map(renderEntry)}
      </ul>
    </div>`;
  }
}
