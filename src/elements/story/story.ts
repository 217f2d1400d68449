import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ContentController} from '../../controllers/content-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {LoadError} from '../../data/client/errors.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import {story} from '../../i18n/fr/story.js';
import {pictureComparison} from '../../i18n/fr/picture-comparison.js';
import type {Query} from '../../model/query.js';
import type {Story} from '../../model/records.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {pictureComparisonStyles} from '../../styles/picture-comparison.styles.js';
import {oneOf, integer, anyText} from '../base/attribute-converters.js';
import {renderHeading} from '../parts/heading.js';
import {renderLanguageNote} from '../parts/record-link.js';
import {tilesValue} from '../parts/basemaps.js';
import {PictureComparison} from '../parts/picture-comparison.js';
import {DataWidget} from '../base/data-widget.js';
import {StepNavigationController} from './step-navigation-controller.js';
import {formatProgress, renderContents, renderProgress} from './story-navigation.js';
import {CurrentStepController} from './current-step-controller.js';
import {splitParagraphs, renderStep, type StepContext, stepTitle} from './render-step.js';
import {recordFromSections, stepsFromSections, type Step, stepsOf} from './steps.js';
import {StoryMap} from './story-map.js';
import {styles} from './story.styles.js';

/**
 * Story of a territory: steps of text, each with a picture, a before-and-after pair or a place on a map that follows
 * the reader. Everything can be read without the map.
 *
 * The steps are the `<section>` children, with `data-geo`, `data-zoom` and `data-year`; without any, a story from
 * `items`, `api` or the surrounding `<spass-portal>`.
 *
 * @customElement spass-story
 * @slot - Sections of the story; without sections, fallback content shown until the data are loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests third-party tiles; cancelable.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows a resource link; cancelable.
 * @event {LoadEvent} spass-load - Fired when the story is rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the story could not be loaded; does not bubble.
 * @csspart story - The whole story.
 * @csspart contents - List of links to the steps.
 * @csspart step - A step.
 * @csspart picture - Picture of a step.
 * @csspart pair - Before-and-after pictures of a step.
 * @csspart frame - Frame of the two pictures.
 * @csspart credit - Credit of the pictures.
 * @csspart map - The map.
 * @csspart progress - Position in the story, with buttons for the previous and the next step.
 * @csspart link - Link of a step's resource.
 * @csspart title - Title of a resource without a link.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-story-offset=1em] - Space above a step after a jump: the height of a fixed header.
 */
export class SpassStory extends DataWidget {
  static override styles = [DataWidget.styles, mapFrameStyles, pictureComparisonStyles, styles];

  /** Id of the story; the first story by default. */
  @property({converter: anyText}) story = '';
  /** Number of the step to scroll to, from 1. */
  @property({converter: integer(0, 1, 999)}) step = 0;
  /** Hides the map. */
  @property({type: Boolean, attribute: 'no-map'}) noMap = false;
  /**
   * Background of the map: `none`, `ign`, `ign-ortho`, `osm-be`, a template with `{z}`, `{x}`, `{y}`, or a `.pmtiles`
   * file.
   */
  @property({converter: tilesValue}) tiles = 'none';
  /** Credit of a background given as a template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';

  /** URLs of pictures that failed to load. */
  @state() private _failedPictures: ReadonlySet<string> = new Set();

  /** @internal */
  override readonly collection = 'stories';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {
    story,
    pictureComparison,
    map,
    places,
  });

  readonly #sections = new ContentController(this, {
    selector: 'section',
    slot: 'step',
    observedAttributes: ['id', 'data-geo', 'data-zoom', 'data-year'],
  });
  readonly #stories = this.loadRecords('stories', () => this.#storyQuery(), 'all');
  readonly #resources = this.loadRecords('resources', () => this.#resourceQuery());
  readonly #currentStep = new CurrentStepController(this);
  readonly #navigation: StepNavigationController = new StepNavigationController(this, {
    currentStep: this.#currentStep,
    steps: () => this.#steps,
    sectionOf: ({slot, number}) => (slot ? this.#sections.nodes[number - 1] : undefined),
  });
  readonly #map: StoryMap = new StoryMap(this, this.i18n, {
    goToStep: step => this.#navigation.goTo(step),
    requestConsent: provider => this.#requestConsent(provider),
  });
  readonly #comparisons = new Map<number, PictureComparison>();
  #steps: readonly Step[] = [];
  #sectionStory:
    {readonly version: number; readonly record: Story; readonly source: PortalSource} | undefined;
  #stepsKey: readonly unknown[] = [];
  /** Record whose steps have been compared with the fragment of the page's URL. */
  #fragmentRecord: unknown;
  /** Value of `step` at the last update. */
  #previousStep = 0;

  // Data

  /** Story made of the page's own sections; they take precedence over any other source. */
  get #storyFromSections() {
    const {nodes, version} = this.#sections;
    if (nodes.length === 0) return undefined;
    if (this.#sectionStory?.version !== version) {
      const warn = (message: string): void => this.warn(message);
      const record = recordFromSections(nodes, warn);
      this.#sectionStory = {version, record, source: new ItemsSource({stories: [record]}, warn)};
    }
    return this.#sectionStory;
  }

  protected override get openedSource(): PortalSource | LoadError | undefined {
    return this.#storyFromSections?.source ?? super.openedSource;
  }

  #storyQuery(): Query | undefined {
    return this.#storyFromSections ? {} : {...this.fixedFilter, lang: this.i18n.language};
  }

  /** Query for the resources that steps link to, limited to the story's portal. */
  #resourceQuery(): Query | undefined {
    const {steps = [], portal} = this.#record ?? {};
    if (!steps.some(({resource}) => resource !== undefined)) return undefined;
    const portals = portal === undefined ? {} : {portal: [String(portal)]};
    return {...portals, limit: 500, lang: this.i18n.language};
  }

  get #record(): Story | undefined {
    const items = latestValue(this.#stories.state)?.items;
    if (!items) return undefined;
    return this.story && !this.#storyFromSections
      ? [...items].find(({id}) => String(id) === this.story)
      : [...items][0];
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#map.pending];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const record = this.#record;
    const {nodes, version} = this.#sections;
    const stepsKey = [record, version, this.id];
    if (!stepsKey.every((part, index) => part === this.#stepsKey[index])) {
      this.#stepsKey = stepsKey;
      this.#comparisons.clear();
      this.#steps = !record
        ? []
        : this.#storyFromSections
          ? stepsFromSections(
              record,
              nodes,
              index => this.#sections.slotName(index),
              this.id || 'step',
            )
          : stepsOf(record);
    }
    this.#map.setSteps(this.noMap || !this.i18n.isReady ? [] : this.#steps);
    this.#map.setCurrentStep(this.#steps[this.#currentStep.index]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#steps.length === 0) return;
    const [record] = this.#stepsKey;
    const isFragmentHandled = record === this.#fragmentRecord;
    const requestedStep = this.step === this.#previousStep ? undefined : this.#steps[this.step - 1];
    this.#fragmentRecord = record;
    this.#previousStep = this.step;
    if (isFragmentHandled && !requestedStep) return;
    queueMicrotask(() => {
      if (!this.isConnected) return;
      if (requestedStep) this.#navigation.scrollTo(requestedStep);
      // The fragment of the page's URL may name a step that did not exist when the page loaded.
      if (!isFragmentHandled) this.#navigation.goToFragment();
    });
  }

  /**
   * Goes to a step and focuses its heading. Does nothing if there is no such step.
   *
   * @param number Number of the step, from 1.
   * @returns Promise that resolves after the jump.
   */
  async show(number: number): Promise<void> {
    await this.loadComplete;
    this.#navigation.goTo(this.#steps[Math.trunc(number) - 1]);
  }

  /** Scrolls to the previous or the next step. The focus stays on the button, so that it can be pressed again. */
  #moveBy(offset: number): void {
    const step = this.#steps[this.#currentStep.index + offset];
    if (!step) return;
    this.#navigation.scrollTo(step);
    const progress = formatProgress({i18n: this.i18n, steps: this.#steps}, step);
    this.announce(progress + this.colon + stepTitle(step, this.i18n));
  }

  #requestConsent(provider: string): void {
    if (this.dispatchEvent(new ConsentRequestEvent(provider)))
      this.#map.basemap.setAcceptedProvider(provider);
  }

  // Rendering

  protected override renderContent(): unknown {
    // The page's own sections are shown before messages and data are loaded.
    const isReady = this.i18n.isReady && latestValue(this.#stories.state);
    return html`${isReady ? nothing : this.#sections.renderSlots()}${this.renderState(
      this.#stories.state,
      () => this.#renderStory(),
      // The page's own sections need no placeholder.
      () =>
        this.#sections.nodes.length
          ? nothing
          : html`<div class="bone title"></div>
              <div class="bone text"></div>`,
    )}`;
  }

  /** @internal */
  override get hasFallback(): boolean {
    return super.hasFallback || this.#sections.nodes.length > 0;
  }

  #renderStory(): unknown {
    const record = this.#record;
    if (!record || this.#steps.length === 0) {
      return html`<p class="notice">${this.i18n.messages.noStory}</p>`;
    }
    const progress = {i18n: this.i18n, steps: this.#steps, current: this.#currentStep.index};
    const {credit} = record;
    // An `aria-label` cannot be in another language than the page; the heading it would repeat has its own `lang`.
    const isForeign = this.i18n.text(record.title).lang !== undefined;
    return html`<article
      class="story ${this.#map.hasPlaces ? 'mapped' : ''}"
      part="story"
      aria-label=${isForeign ? nothing : this.#label(record)}
      aria-labelledby=${isForeign ? 'name' : nothing}
    >
      ${this.#storyFromSections ? nothing : this.#renderHeader(record)}
      ${renderContents(progress, (step, click) => this.#navigation.handleLinkClick(step, click))}
      <div class="reading" @focusin=${this.#navigation.revealFocus}>
        ${this.#map.render()}
        <ol class="steps">
          ${this.#renderSteps()}
        </ol>
      </div>
      ${renderProgress(progress, by => this.#moveBy(by))}
      ${credit ? html`<p class="small">${credit}</p>` : nothing}
    </article>`;
  }

  /** Returns the accessible name of the article: the title of the story, or the page's heading. */
  #label(record: Story): string {
    const ownTitle = this.i18n.text(record.title).value;
    const pageHeading = this.querySelector('[slot="heading"]')
      ?.textContent.replace(/\s+/g, ' ')
      .trim();
    return ownTitle || pageHeading || this.i18n.messages.story;
  }

  #renderHeader(record: Story): TemplateResult {
    const intro = this.i18n.text(record.intro);
    return html`<header>
      ${renderHeading(
        this.level,
        html`<span id="name">${this.renderTitle(record)}</span
          >${renderLanguageNote(this.i18n, record)}`,
      )}
      ${splitParagraphs(intro.value).map(text => html`<p lang=${intro.lang ?? nothing}>${text}</p>`)}
    </header>`;
  }

  #renderSteps(): readonly TemplateResult[] {
    const resources = new Map(
      [...(latestValue(this.#resources.state)?.items ?? [])].map(one => [String(one.id), one]),
    );
    const context: StepContext = {
      i18n: this.i18n,
      colon: this.colon,
      headingLevel: this.level + 1,
      currentNumber: this.#currentStep.index + 1,
      failedPictures: this._failedPictures,
      comparisonOf: step => this.#comparisonOf(step),
      resourceOf: ({resource}) =>
        resource === undefined ? undefined : resources.get(String(resource)),
      renderLink: resource => {
        const link = this.renderLink(resource);
        this.renderedRecords?.set(resource, 'resources');
        return link;
      },
      onPictureError: picture =>
        (this._failedPictures = new Set([...this._failedPictures, picture])),
      showOnMap: this.#map.isLoaded ? step => this.#map.showStep(step) : undefined,
    };
    return this.#steps.map(step => renderStep(step, context));
  }

  #comparisonOf({number}: Step): PictureComparison {
    const comparison = this.#comparisons.get(number) ?? new PictureComparison(this, this.i18n);
    this.#comparisons.set(number, comparison);
    return comparison;
  }
}
