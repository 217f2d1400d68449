import {html, nothing, type TemplateResult} from 'lit';
import {ContentController} from '../../controllers/content-controller.js';
import {DateController, type DateHost} from '../../controllers/date-controller.js';
import {DownloadController} from '../../controllers/download-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import type {MessagePart} from '../../controllers/status-controller.js';
import type {LoadError} from '../../data/client/errors.js';
import {safeLink} from '../../model/schemas/safe-urls.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {projectProgress} from '../../i18n/fr/projects.js';
import {records, events} from '../../i18n/fr/widgets.js';
import {bindSpaces} from '../../i18n/no-break.js';
import {type Query, splitList} from '../../model/query.js';
import type {Project, Resource} from '../../model/records.js';
import {FundingController} from '../parts/funding/funding-controller.js';
import {renderWayOut} from '../parts/empty-state.js';
import {renderHeading} from '../parts/elements.js';
import {projectActStyles} from '../../styles/project-acts.styles.js';
import {renderMeeting, renderParticipation} from '../parts/project/project-acts.js';
import {phaseItems, renderPhases, skeleton} from './phases.js';
import {styles} from './project-progress.styles.js';
import {nextMeeting, shownProject} from '../parts/project/project-state.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {renderState} from '../parts/states.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {recordName} from '../parts/records/record-labels.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';

/** Maximum number of latest resources. */
const MAX_LATEST_RESOURCES = 3;

interface ProjectProgressHost extends WidgetHost, DateHost {
  readonly href: string;
  readonly label: string;
  readonly until: string;
  readonly state: string;
}

/** Phases of a project, next meeting, participation and latest resources. */
export class ProjectProgressView extends WidgetView<ProjectProgressHost> {
  static override readonly styles = [printStyles, projectActStyles, styles];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections({projectProgress, events, records});

  readonly #content = new ContentController(this.host, {
    selector: 'li, ol, ul, [data-state]',
    slot: 'phase',
    observedAttributes: ['data-state'],
  });
  readonly #projects = this.host.records.load('projects', () => this.#projectQuery());
  readonly #events = this.host.records.load('events', () => this.#relatedQuery(), 'all');
  readonly #resources = this.host.records.load('resources', () => {
    const query = this.#relatedQuery();
    return query && {...query, sort: '-date', limit: MAX_LATEST_RESOURCES};
  });
  readonly #funding = new FundingController(this.host, {
    projects: () => (this.#project ? [this.#project] : []),
  });
  readonly #date = new DateController(this.host);
  readonly #files = new DownloadController(this.host);
  #standaloneSource: PortalSource | undefined;
  #latestProject: Project | undefined;

  // Data

  constructor(host: ProjectProgressHost) {
    super(host);
    host.records.selectSource = () => this.#selectSource();
  }

  /** True if the page itself gives all content, so that no project is requested. */
  get #isStandalone(): boolean {
    const hasContent =
      this.#content.nodes.length > 0 ||
      this.host.href ||
      this.host.label ||
      this.host.until ||
      this.host.state;
    return Boolean(hasContent) && !(this.host.project || this.host.items || this.host.api);
  }

  #selectSource(): PortalSource | LoadError | undefined {
    const {host} = this;
    if (!this.#isStandalone) return host.records.attributeSource;
    this.#standaloneSource ??= new ItemsSource({projects: [{id: 'page'}]}, host.warn);
    return this.#standaloneSource;
  }

  #projectQuery(): Query | undefined {
    // The filter also matches the projects of a portfolio, so that more than one record may be returned.
    const limit = this.host.project ? 100 : 1;
    return this.#isStandalone
      ? {}
      : {...this.host.records.fixedFilter, limit, lang: this.#i18n.language};
  }

  get #project(): Project | undefined {
    const [requestedId] = splitList(this.host.project);
    this.#latestProject = shownProject(this.#projects.state, requestedId, this.#latestProject);
    return this.#latestProject;
  }

  /** Query for the events and resources of the current project. */
  #relatedQuery(): Query | undefined {
    const project = this.#project;
    return project && !this.#isStandalone
      ? {project: [String(project.id)], lang: this.#i18n.language}
      : undefined;
  }

  override hostUpdated(): void {
    // Each slotted `<li>` is rendered inside a list item of the shadow tree.
    for (const node of this.#content.nodes) if (node.localName === 'li') node.role = 'none';
  }

  override pending(): readonly Promise<unknown>[] {
    return this.#funding.pending;
  }

  override summary(): MessagePart {
    const project = this.#project;
    return project ? recordName(project, this.#i18n) : this.#i18n.messages.noProject;
  }

  // Rendering

  override render(): unknown {
    const isReady = this.#i18n.isReady && latestValue(this.#projects.state);
    const hasPhases = this.#content.nodes.length > 0;
    return html`${isReady ? nothing : this.#content.renderSlots()}${renderState(
      this.host,
      this.#projects.state,
      () => this.#renderProject(),
      // The page's own phases need no placeholder.
      () => (hasPhases ? nothing : skeleton),
      {
        hasFallback: hasPhases || this.host.hasFallback,
        renderFooter: this.#funding.renderFooter,
      },
    )}`;
  }

  #renderProject(): unknown {
    const project = this.#project;
    const {messages} = this.#i18n;
    if (!project)
      return html`<p class="empty">${messages.noProject} ${renderWayOut(this.host)}</p>`;
    const {now} = this.#date;
    const phases = phaseItems(this.#content, project.phases);
    const events = [...(latestValue(this.#events.state)?.items ?? [])];
    const meeting = nextMeeting(project, events, now);
    const level = this.#isStandalone ? this.host.level : this.host.level + 1;
    return html`
      ${this.#isStandalone ? nothing : renderHeading(this.host.level, renderRecordLink(this.host, project))}
      ${phases.length ? renderPhases(phases, this.#i18n, now, project.family) : this.#renderText(project)}
      <div class="acts">
        ${renderMeeting(this.host, meeting, this.#i18n, level, this.#files)}
        ${this.#renderParticipation(project, level, now)}
      </div>
      ${this.#renderLatest(level)}
    `;
  }

  /** Renders the description of a project without phases. */
  #renderText({description}: Project): unknown {
    const {value, lang} = this.#i18n.text(description);
    return value ? html`<p class="text" lang=${lang ?? nothing}>${bindSpaces(value)}</p>` : nothing;
  }

  #renderParticipation({participate = {}}: Project, level: number, now: Date): unknown {
    const href = this.host.href ? safeLink(this.host.href, document.baseURI) : undefined;
    if (this.host.href && !href)
      this.host.warn(`href="${this.host.href.slice(0, 80)}" is no link to follow`);
    const label = this.#i18n.text(this.host.label || participate.label);
    return renderParticipation(
      {
        label,
        href: href ?? participate.url,
        until: this.host.until || participate.until,
        explicitState: this.host.state,
      },
      this.#i18n,
      level,
      now,
    );
  }

  #renderLatest(level: number): unknown {
    // Servers also sort by the period of the subject, which is no date of the resource.
    const dateOf = ({published, created}: Resource): string => published ?? created ?? '';
    const resources = [...(latestValue(this.#resources.state)?.items ?? [])]
      .slice(0, MAX_LATEST_RESOURCES)
      .sort((a, b) => Number(dateOf(b) > dateOf(a)) - Number(dateOf(b) < dateOf(a)));
    if (resources.length === 0) return nothing;
    const renderEntry = (resource: Resource): TemplateResult => {
      const date = dateOf(resource);
      return html`<li>
        ${renderRecordLink(this.host, resource, {collection: 'resources'})}
        ${date ? html`<time class="small" datetime=${date}>${this.#i18n.date(date)}</time>` : nothing}
      </li>`;
    };
    return html`<div class="latest" part="resources">
      ${renderHeading(level, this.#i18n.messages.latest)}
      <ul>
        ${resources.map(renderEntry)}
      </ul>
    </div>`;
  }
}
