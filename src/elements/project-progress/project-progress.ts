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

/** How many of the latest resources are linked to. */
const LATEST = 3;

/**
 * Where a project stands: its phases, its next meeting, how to take part and until when, its latest resources.
 *
 * The project is the one of its `api`, of the `<spass-portal>` around it, or of its `items`, that `project` names. It
 * also works with no data at all: phases are the `<li data-state="done">` inside it, and `href`, `label`, `until` and
 * `state` lead to a participation on any platform.
 *
 * @customElement spass-project-progress
 * @slot - The phases, each in a child with `data-state` or in the items of a list; without any, what is read before the data are there.
 * @slot heading - A heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - A reader follows the link of a project, a meeting or a resource; cancelable.
 * @event {LoadEvent} spass-load - The project is drawn; does not bubble.
 * @event {LoadErrorEvent} spass-error - It could not be loaded; does not bubble.
 * @csspart phases - The list of phases.
 * @csspart phase - A phase.
 * @csspart meeting - The next meeting.
 * @csspart calendar - The button that puts it in a calendar.
 * @csspart participation - How to take part.
 * @csspart action - The link that leads to it.
 * @csspart resources - The latest resources.
 * @csspart link - The link of a record.
 * @csspart title - The title of a record that has no link.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-progress-action] - Background of the link that leads to the participation.
 * @cssproperty [--spass-progress-on-action] - Its text.
 */
export class SpassProjectProgress extends DataWidget {
  static override styles = [DataWidget.styles, styles];

  /** Address of the participation, on any platform; its record's by default. */
  @property({converter: words}) href = '';
  /** What the link to it says. */
  @property({converter: words}) label = '';
  /** Until when one can take part; ISO 8601 of any precision. */
  @property({converter: isoDate}) until = '';
  /** `open`, `closed` or `soon`; any other word is shown as it is. By default what `until` says. */
  @property({converter: words}) state = '';
  /** The moment that counts as now; the clock's by default. */
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

  // Where it comes from

  /** Whether the page says all there is: no project is asked for. */
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
    // A portfolio's parts answer to its name as well.
    const limit = this.project ? 100 : 1;
    return this.#isOwn ? {} : {...this.fixedFilter, limit, lang: this.i18n.language};
  }

  get #record(): Project | undefined {
    const {state} = this.#projects;
    const items = [...(shownValue(state)?.items ?? [])];
    const [wanted] = splitList(this.project);
    const found = wanted === undefined ? items[0] : items.find(({id}) => String(id) === wanted);
    // What was shown stays until another comes.
    if (found || state.status !== 'loading') this.#shown = found;
    return this.#shown;
  }

  /** Events and resources of the project that is shown. */
  #askOfProject(): Query | undefined {
    const project = this.#record;
    return project && !this.#isOwn
      ? {project: [String(project.id)], lang: this.i18n.language}
      : undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Each is shown inside an item of ours.
    for (const node of this.#content.nodes) if (node.localName === 'li') node.role = 'none';
  }

  #keep(event: PortalEvent): void {
    const source = this.openedSource;
    const from = source && !(source instanceof LoadError) ? source.name : '';
    const name = icsName(this.i18n.text(event.title).value);
    this.#files.give({name, file: icsOf([event], from, this.i18n, this.now ?? new Date())});
    this.announce(this.i18n.messages.calendarReady(name));
  }

  // Drawing

  protected override get hasFallback(): boolean {
    return super.hasFallback || this.#content.nodes.length > 0;
  }

  protected override renderContent(): unknown {
    const isDrawn = this.i18n.isReady && shownValue(this.#projects.state);
    return html`${isDrawn ? nothing : this.#content.renderAsItStands()}${this.renderState(
      this.#projects.state,
      () => this.#renderProject(),
      // The page's own stand for themselves.
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

  /** The link of a record that is none of the widget's own collection. */
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
