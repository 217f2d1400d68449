import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ContentController} from '../../controllers/content-controller.js';
import {FileController} from '../../controllers/file-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/errors.js';
import {safeLink} from '../../data/links.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document.js';
import {events} from '../../i18n/fr/events.js';
import {projectProgress} from '../../i18n/fr/project-progress.js';
import type {Query} from '../../model/query.js';
import type {
  CollectionName,
  PortalEvent,
  PortalRecord,
  Project,
  Resource,
} from '../../model/records.js';
import {isoDate, splitList, words} from '../attributes.js';
import {icsName, icsOf} from '../event-file.js';
import {heading} from '../heading.js';
import {DataWidget} from '../widget.js';
import {renderMeeting} from './meeting.js';
import {phasesIn, renderPhases} from './phases.js';
import {renderParticipation} from './participation.js';
import {styles} from './project-progress.styles.js';
import {nextMeeting} from './standing.js';

/** Maximum number of latest resources. */
const LATEST = 3;

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
  @property({converter: words}) href = '';
  /** Text of the link to the participation. */
  @property({converter: words}) label = '';
  /** Deadline of the participation, in ISO 8601 of any precision. */
  @property({converter: isoDate}) until = '';
  /** `open`, `closed` or `soon`; any other text is shown as it is. By default derived from `until`. */
  @property({converter: words}) state = '';
  /** Reference time; the current time by default. */
  @property({attribute: false}) now?: Date | undefined;

  protected override readonly collection = 'projects';
  protected override readonly i18n = new LocalizeController(this, {projectProgress, events});

  readonly #content = new ContentController(this, {
    selector: 'li, ol, ul, [data-state]',
    slot: 'phase',
    attributes: ['data-state'],
  });
  readonly #projects = this.loadRecords('projects', () => this.#ask());
  readonly #events = this.loadRecords('events', () => this.#askOfProject(), 'all');
  readonly #resources = this.loadRecords('resources', () => {
    const query = this.#askOfProject();
    return query && {...query, sort: '-date', limit: LATEST};
  });
  readonly #files = new FileController(this);
  #own: PortalSource | undefined;
  #shown: Project | undefined;

  // Data

  /** True if the page itself gives all content, so that no project is requested. */
  get #isOwn(): boolean {
    const says =
      this.#content.nodes.length > 0 || this.href || this.label || this.until || this.state;
    return Boolean(says) && !(this.project || this.items || this.api);
  }

  protected override get openedSource(): PortalSource | LoadError | undefined {
    if (!this.#isOwn) return super.openedSource;
    this.#own ??= new ItemsSource({projects: [{id: 'page'}]}, line => this.warn(line));
    return this.#own;
  }

  #ask(): Query | undefined {
    // The filter also matches the projects of a portfolio, so that more than one record may be returned.
    const limit = this.project ? 100 : 1;
    return this.#isOwn ? {} : {...this.fixedFilter, limit, lang: this.i18n.language};
  }

  get #record(): Project | undefined {
    const {state} = this.#projects;
    const items = [...(shownValue(state)?.items ?? [])];
    const [wanted] = splitList(this.project);
    const found = wanted === undefined ? items[0] : items.find(({id}) => String(id) === wanted);
    // The previous project stays visible until the next one is loaded.
    if (found || state.status !== 'loading') this.#shown = found;
    return this.#shown;
  }

  /** Query for the events and resources of the current project. */
  #askOfProject(): Query | undefined {
    const project = this.#record;
    return project && !this.#isOwn
      ? {project: [String(project.id)], lang: this.i18n.language}
      : undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Each slotted `<li>` is rendered inside a list item of the shadow tree.
    for (const node of this.#content.nodes) if (node.localName === 'li') node.role = 'none';
  }

  #keep(event: PortalEvent): void {
    const source = this.openedSource;
    const from = source && !(source instanceof LoadError) ? source.name : '';
    const name = icsName(this.i18n.text(event.title).value);
    this.#files.give({name, file: icsOf([event], from, this.i18n, this.now ?? new Date())});
    this.announce(this.i18n.messages.calendarReady(name));
  }

  // Rendering

  protected override get hasFallback(): boolean {
    return super.hasFallback || this.#content.nodes.length > 0;
  }

  protected override renderContent(): unknown {
    const isDrawn = this.i18n.isReady && shownValue(this.#projects.state);
    return html`${isDrawn ? nothing : this.#content.renderAsItStands()}${this.renderState(
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
    const project = this.#record;
    const {messages} = this.i18n;
    if (!project) return html`<p class="notice">${messages.noProject}</p>`;
    const now = this.now ?? new Date();
    const phases = phasesIn(this.#content, project.phases);
    const events = [...(shownValue(this.#events.state)?.items ?? [])];
    const meeting = nextMeeting(project, events, now);
    const level = this.#isOwn ? this.level : this.level + 1;
    return html`
      ${this.#isOwn ? nothing : heading(this.level, this.renderLink(project))}
      ${renderPhases(phases, this.i18n, now)}
      <div class="acts">
        ${
          meeting
            ? renderMeeting(meeting, {
                i18n: this.i18n,
                level,
                link: event => this.#linkOf(event, 'events'),
                keep: event => this.#keep(event),
              })
            : nothing
        }
        ${this.#renderParticipation(project, level, now)}
      </div>
      ${this.#renderLatest(level)}
    `;
  }

  /** Renders the link of a record of another collection than the widget's own. */
  #linkOf(record: PortalRecord, collection: CollectionName): unknown {
    const drawn = this.renderLink(record);
    this.noted?.set(record, collection);
    return drawn;
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
        said: this.state,
      },
      this.i18n,
      level,
      now,
    );
  }

  #renderLatest(level: number): unknown {
    const resources = [...(shownValue(this.#resources.state)?.items ?? [])].slice(0, LATEST);
    if (resources.length === 0) return nothing;
    const entry = (resource: Resource): TemplateResult => {
      const date =
        resource.published ?? resource.event?.start ?? resource.period?.start ?? resource.created;
      return html`<li>
        ${this.#linkOf(resource, 'resources')}
        ${date ? html`<time class="small" datetime=${date}>${this.i18n.date(date)}</time>` : nothing}
      </li>`;
    };
    return html`<div class="latest" part="resources">
      ${heading(level, this.i18n.messages.latest)}
      <ul>
        ${resources.map(entry)}
      </ul>
    </div>`;
  }
}
