import {html, nothing, type TemplateResult} from 'lit';
import {ContentController} from '../../controllers/content-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import type {MessagePart} from '../../controllers/status-controller.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {map, places} from '../../i18n/fr/map.js';
import {records, story, pictureComparison} from '../../i18n/fr/widgets.js';
import {memo} from '../../model/memo.js';
import type {Query} from '../../model/query.js';
import type {Story} from '../../model/records.js';
import type {LocalizedText} from '../../model/text.js';
import {mapFrameStyles, mapOverlayStyles} from '../../styles/map-frame.styles.js';
import {pictureComparisonStyles} from '../../styles/picture-comparison.styles.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {PictureComparison} from '../parts/pictures/picture-comparison.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {renderWayOut} from '../parts/empty-state.js';
import {renderState} from '../parts/states.js';
import {preparePrint, preparePrintOfMap, printStyles} from '../parts/print/print-trigger.js';
import {isPictured, renderSteps, stageNumber, type StepContext} from './render-step.js';
import {
  drawingStyles,
  renderSkeleton,
  renderStoryHeader,
  formatProgress,
  progressPercentage,
  renderContents,
  renderProgress,
} from './story-frame.js';
import {StepController} from './step-controller.js';
import {recordFromSections, type Step, stepsFromSections, stepsOf} from './steps.js';
import {StoryMap} from './story-map.js';
import {navigationStyles, phoneStageStyles} from './story-navigation.styles.js';
import {styles} from './story.styles.js';

interface StoryHost extends WidgetHost {
  readonly story: string;
  readonly step: number;
  readonly noMap: boolean;
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
}

/** Steps of a story, with a map that follows the reader. */
export class StoryView extends WidgetView<StoryHost> {
  static override readonly styles = [
    printStyles,
    mapFrameStyles,
    mapOverlayStyles,
    pictureComparisonStyles,
    navigationStyles,
    styles,
    ...drawingStyles,
    phoneStageStyles,
  ];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections({story, pictureComparison, map, places, records});
  readonly #sections = new ContentController(this.host, {
    selector: 'section',
    slot: 'step',
    observedAttributes: ['id', 'data-geo', 'data-zoom', 'data-year'],
  });
  readonly #stories = this.host.records.load('stories', () => this.#storyQuery(), 'all');
  readonly #resources = this.host.records.load('resources', () => this.#resourceQuery());
  readonly #stepController: StepController = new StepController(this.host, {
    steps: () => this.#steps(),
    sectionOf: ({slot, number}) => (slot ? this.#sections.nodes[number - 1] : undefined),
  });
  readonly #map: StoryMap = new StoryMap(this.host, this.#i18n, step =>
    this.#stepController.goTo(step),
  );
  readonly #comparisons = new Map<number, PictureComparison>();
  readonly #steps = memo(
    () => [this.#record, this.#sections.version, this.host.id],
    () => this.#createSteps(),
  );
  #sectionStory:
    {readonly version: number; readonly record: Story; readonly source: PortalSource} | undefined;
  /** URLs of pictures that failed to load. */
  #failedPictures: ReadonlySet<string> = new Set();
  /** Record whose steps have been compared with the fragment of the page's URL. */
  #fragmentRecord: unknown;
  /** Value of `step` at the last update. */
  #previousStep = 0;

  override readonly paperMap = () => this.#map.paperMap;

  constructor(host: StoryHost) {
    super(host);
    const {records: loads} = host;
    loads.selectSource = () => this.#storyFromSections?.source ?? loads.attributeSource;
  }

  // Data

  /** Story made of the page's own sections; they take precedence over any other source. */
  get #storyFromSections() {
    const {nodes, version} = this.#sections;
    if (nodes.length === 0) return undefined;
    if (this.#sectionStory?.version !== version) {
      const {warn} = this.host;
      const record = recordFromSections(nodes, warn);
      this.#sectionStory = {version, record, source: new ItemsSource({stories: [record]}, warn)};
    }
    return this.#sectionStory;
  }

  #createSteps(): readonly Step[] {
    this.#comparisons.clear();
    const record = this.#record;
    if (!record) return [];
    if (!this.#storyFromSections) return stepsOf(record);
    const {nodes} = this.#sections;
    return stepsFromSections(
      record,
      nodes,
      index => this.#sections.slotName(index),
      this.host.id || 'step',
    );
  }

  #storyQuery(): Query | undefined {
    return this.#storyFromSections
      ? {}
      : {...this.host.records.fixedFilter, lang: this.#i18n.language};
  }

  /** Query for the resources that steps link to, limited to the story's portal. */
  #resourceQuery(): Query | undefined {
    const {steps = [], portal} = this.#record ?? {};
    if (!steps.some(({resource}) => resource !== undefined)) return undefined;
    const portals = portal === undefined ? {} : {portal: [String(portal)]};
    return {...portals, limit: 500, lang: this.#i18n.language};
  }

  get #record(): Story | undefined {
    const items = latestValue(this.#stories.state)?.items;
    if (!items) return undefined;
    return this.host.story && !this.#storyFromSections
      ? [...items].find(({id}) => String(id) === this.host.story)
      : [...items][0];
  }

  override pending(): readonly Promise<unknown>[] {
    return this.#map.pending;
  }

  override willUpdate(): void {
    this.#map.setSteps(this.host.noMap || !this.#i18n.isReady ? [] : this.#steps());
    this.#map.setCurrentStep(this.#steps()[this.#stepController.index]);
  }

  override hostUpdated(): void {
    const steps = this.#steps();
    if (steps.length === 0) return;
    if (this.#map.isLoaded) preparePrintOfMap();
    const {step} = this.host;
    const record = this.#record;
    const isFragmentHandled = record === this.#fragmentRecord;
    const requestedStep = step === this.#previousStep ? undefined : steps[step - 1];
    this.#fragmentRecord = record;
    this.#previousStep = step;
    if (isFragmentHandled && !requestedStep) return;
    queueMicrotask(() => {
      if (!this.host.isConnected) return;
      if (requestedStep) this.#stepController.scrollTo(requestedStep);
      // The fragment of the page's URL may name a step that did not exist when the page loaded.
      if (!isFragmentHandled) this.#stepController.goToFragment();
    });
  }

  /** Goes to a step, numbered from 1, and focuses its heading. Does nothing if there is no such step. */
  goToStep(number: number): void {
    this.#stepController.goTo(this.#steps()[Math.trunc(number) - 1]);
  }

  /** Shows the place of a step. It stays current although another step comes to the reading line by the scroll. */
  #showOnMap(step: Step): void {
    this.#map.showStep(step);
    this.#stepController.jumpTo(step.number - 1);
  }

  /** Scrolls to the previous or the next step. The focus stays on the button, so that it can be pressed again. */
  #moveBy(offset: number): void {
    const step = this.#steps()[this.#stepController.index + offset];
    if (!step) return;
    this.#stepController.scrollTo(step);
    const progress = formatProgress({i18n: this.#i18n, steps: this.#steps()}, step);
    const title = this.#i18n.text(step.title);
    this.host.status.announce(...(title.value ? [progress + this.#i18n.colon, title] : [progress]));
  }

  override summary(): MessagePart {
    const record = this.#record;
    return record ? this.#label(record) : this.#i18n.messages.noStory;
  }

  // Rendering

  override render(): unknown {
    // The page's own sections are shown before messages and data are loaded.
    const isReady = this.#i18n.isReady && latestValue(this.#stories.state);
    return html`${isReady ? nothing : this.#sections.renderSlots()}${renderState(
      this.host,
      this.#stories.state,
      () => this.#renderStory(),
      // The page's own sections need no placeholder.
      () => (this.#sections.nodes.length ? nothing : renderSkeleton(!this.host.noMap)),
      {hasFallback: this.host.hasFallback || this.#sections.nodes.length > 0},
    )}`;
  }

  #renderStory(): unknown {
    const record = this.#record;
    if (!record || this.#steps().length === 0) {
      return html`<p class="empty">${this.#i18n.messages.noStory} ${renderWayOut(this.host)}</p>`;
    }
    const [i18n, steps] = [this.#i18n, this.#steps()];
    const progress = {host: this.host, i18n, steps, current: this.#stepController.index};
    const {hasPlaces} = this.#map;
    // An `aria-label` cannot be in another language than the page; the heading it would repeat has its own `lang`.
    const isForeign = i18n.text(record.title).lang !== undefined;
    return html`<article
      class="story ${hasPlaces ? 'mapped' : ''} ${hasPlaces || steps.some(isPictured) ? 'has-stage' : ''}"
      part="story"
      .style=${`--_read: ${progressPercentage(progress)}%`}
      @focusin=${this.#stepController.revealFocus}
      aria-label=${isForeign ? nothing : this.#label(record).value}
      aria-labelledby=${isForeign ? 'name' : nothing}
    >
      ${this.#storyFromSections ? nothing : renderStoryHeader(this.host, i18n, record)}
      ${renderContents(progress, (step, click) => this.#stepController.handleLinkClick(step, click))}
      <div class="body">
        <div class="reading">
          ${this.#map.render()}
          <ol class="steps">
            ${this.#renderSteps()}
          </ol>
        </div>
        ${renderProgress(progress, by => this.#moveBy(by))}
      </div>
      ${record.credit ? html`<p class="small">${record.credit}</p>` : nothing}
    </article>`;
  }

  /** Returns the accessible name of the article: the title of the story, or the page's heading. */
  #label(record: Story): LocalizedText {
    const ownTitle = this.#i18n.text(record.title);
    if (ownTitle.value) return ownTitle;
    const pageHeading = this.host
      .querySelector('[slot="heading"]')
      ?.textContent.replace(/\s+/g, ' ')
      .trim();
    return {value: pageHeading || this.#i18n.messages.story};
  }

  #renderSteps(): readonly TemplateResult[] {
    const resources = new Map(
      [...(latestValue(this.#resources.state)?.items ?? [])].map(one => [String(one.id), one]),
    );
    const context: StepContext = {
      i18n: this.#i18n,
      headingLevel: this.host.level + 1,
      currentNumber: this.#stepController.index + 1,
      stageNumber: stageNumber(this.#steps(), this.#stepController.index, this.#map.hasPlaces),
      failedPictures: this.#failedPictures,
      comparisonOf: step => this.#comparisonOf(step),
      resourceOf: ({resource}) =>
        resource === undefined ? undefined : resources.get(String(resource)),
      renderLink: resource => renderRecordLink(this.host, resource, {collection: 'resources'}),
      onPictureError: picture => {
        this.#failedPictures = new Set([...this.#failedPictures, picture]);
        this.host.requestUpdate();
      },
      showOnMap: this.#map.isLoaded ? step => this.#showOnMap(step) : undefined,
    };
    return renderSteps(this.#steps(), context);
  }

  #comparisonOf({number}: Step): PictureComparison {
    const comparison =
      this.#comparisons.get(number) ?? new PictureComparison(this.host, this.#i18n);
    this.#comparisons.set(number, comparison);
    return comparison;
  }
}
