import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ContentController} from '../../controllers/content-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {LoadError} from '../../data/errors.js';
import type {PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import {story} from '../../i18n/fr/story.js';
import {thenAndNow} from '../../i18n/fr/then-and-now.js';
import type {Query} from '../../model/query.js';
import type {Story} from '../../model/records.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {thenAndNowStyles} from '../../styles/then-and-now.styles.js';
import {oneOf, wholeNumber, words} from '../attributes.js';
import {heading} from '../heading.js';
import {tilesWords} from '../map-tiles.js';
import {ThenAndNow} from '../then-and-now.js';
import {DataWidget} from '../widget.js';
import {GoingController} from './going.js';
import {progressAt, renderContents, renderProgress} from './parts.js';
import {ReadingController} from './reading.js';
import {paragraphs, renderStep, type Steps, stepTitle} from './step.js';
import {recordOf, slottedSteps, type Step, stepsOf} from './steps.js';
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
  static override styles = [DataWidget.styles, mapFrameStyles, thenAndNowStyles, styles];

  /** Id of the story; the first story by default. */
  @property({converter: words}) story = '';
  /** Number of the step to scroll to, from 1. */
  @property({converter: wholeNumber(0, 1, 999)}) step = 0;
  /** Hides the map. */
  @property({type: Boolean, attribute: 'no-map'}) noMap = false;
  /**
   * Background of the map: `none`, `ign`, `ign-ortho`, `osm-be`, a template with `{z}`, `{x}`, `{y}`, or a `.pmtiles`
   * file.
   */
  @property({converter: tilesWords}) tiles = 'none';
  /** Credit of a background given as a template. */
  @property({converter: words}) attribution = '';
  /** Consent to third-party tiles: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';

  /** URLs of pictures that failed to load. */
  @state() private _lost: ReadonlySet<string> = new Set();

  protected override readonly collection = 'stories';
  protected override readonly i18n = new LocalizeController(this, {story, thenAndNow, map, places});

  readonly #sections = new ContentController(this, {
    selector: 'section',
    slot: 'step',
    attributes: ['id', 'data-geo', 'data-zoom', 'data-year'],
  });
  readonly #stories = this.loadRecords('stories', () => this.#ask(), 'all');
  readonly #resources = this.loadRecords('resources', () => this.#askResources());
  readonly #reading = new ReadingController(this);
  readonly #going: GoingController = new GoingController(this, {
    reading: this.#reading,
    steps: () => this.#steps,
    section: ({slot, number}) => (slot ? this.#sections.nodes[number - 1] : undefined),
  });
  readonly #map: StoryMap = new StoryMap(this, this.i18n, {
    go: step => this.#going.goTo(step),
    ask: provider => this.#consent(provider),
  });
  readonly #pairs = new Map<number, ThenAndNow>();
  #steps: readonly Step[] = [];
  #own:
    {readonly version: number; readonly record: Story; readonly source: PortalSource} | undefined;
  #made: readonly unknown[] = [];
  /** Record whose steps have been compared with the fragment of the page's URL. */
  #arrived: unknown;
  /** Value of `step` at the last update. */
  #went = 0;

  // Data

  /** Story made of the page's own sections; they take precedence over any other source. */
  get #ownStory() {
    const {nodes, version} = this.#sections;
    if (nodes.length === 0) return undefined;
    if (this.#own?.version !== version) {
      const warn = (line: string): void => this.warn(line);
      const record = recordOf(nodes, warn);
      this.#own = {version, record, source: new ItemsSource({stories: [record]}, warn)};
    }
    return this.#own;
  }

  protected override get openedSource(): PortalSource | LoadError | undefined {
    return this.#ownStory?.source ?? super.openedSource;
  }

  #ask(): Query | undefined {
    return this.#ownStory ? {} : {...this.fixedFilter, lang: this.i18n.language};
  }

  /** Query for the resources that steps link to, limited to the story's portal. */
  #askResources(): Query | undefined {
    const {steps = [], portal} = this.#record ?? {};
    if (!steps.some(({resource}) => resource !== undefined)) return undefined;
    const portals = portal === undefined ? {} : {portal: [String(portal)]};
    return {...portals, limit: 500, lang: this.i18n.language};
  }

  get #record(): Story | undefined {
    const items = shownValue(this.#stories.state)?.items;
    if (!items) return undefined;
    return this.story && !this.#ownStory
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
    const made = [record, version, this.id];
    if (!made.every((part, index) => part === this.#made[index])) {
      this.#made = made;
      this.#pairs.clear();
      this.#steps = !record
        ? []
        : this.#ownStory
          ? slottedSteps(record, nodes, index => this.#sections.slotOf(index), this.id || 'step')
          : stepsOf(record);
    }
    this.#map.setSteps(this.noMap || !this.i18n.isReady ? [] : this.#steps);
    this.#map.follow(this.#steps[this.#reading.current]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#steps.length === 0) return;
    const [record] = this.#made;
    const hasArrived = record === this.#arrived;
    const wanted = this.step === this.#went ? undefined : this.#steps[this.step - 1];
    this.#arrived = record;
    this.#went = this.step;
    if (hasArrived && !wanted) return;
    queueMicrotask(() => {
      if (!this.isConnected) return;
      if (wanted) this.#going.scrollTo(wanted);
      // The fragment of the page's URL may name a step that did not exist when the page loaded.
      if (!hasArrived) this.#going.arrive();
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
    this.#going.goTo(this.#steps[Math.trunc(number) - 1]);
  }

  /** Scrolls to the previous or the next step. The focus stays on the button, so that it can be pressed again. */
  #turn(by: number): void {
    const step = this.#steps[this.#reading.current + by];
    if (!step) return;
    this.#going.scrollTo(step);
    const how = progressAt({i18n: this.i18n, steps: this.#steps}, step);
    this.announce(how + this.colon + stepTitle(step, this.i18n));
  }

  #consent(provider: string): void {
    if (this.dispatchEvent(new ConsentRequestEvent(provider))) this.#map.background.agree(provider);
  }

  // Rendering

  protected override renderContent(): unknown {
    // The page's own sections are shown before messages and data are loaded.
    const isDrawn = this.i18n.isReady && shownValue(this.#stories.state);
    return html`${isDrawn ? nothing : this.#sections.renderAsItStands()}${this.renderState(
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

  protected override get hasFallback(): boolean {
    return super.hasFallback || this.#sections.nodes.length > 0;
  }

  #renderStory(): unknown {
    const record = this.#record;
    if (!record || this.#steps.length === 0) {
      return html`<p class="notice">${this.i18n.messages.noStory}</p>`;
    }
    const reading = {i18n: this.i18n, steps: this.#steps, current: this.#reading.current};
    const {credit} = record;
    // An `aria-label` cannot be in another language than the page; the heading it would repeat has its own `lang`.
    const isForeign = this.i18n.text(record.title).lang !== undefined;
    return html`<article
      class="story ${this.#map.hasPlaces ? 'mapped' : ''}"
      part="story"
      aria-label=${isForeign ? nothing : this.#name(record)}
      aria-labelledby=${isForeign ? 'name' : nothing}
    >
      ${this.#ownStory ? nothing : this.#renderHead(record)}
      ${renderContents(reading, (step, click) => this.#going.follow(step, click))}
      <div class="reading" @focusin=${this.#going.uncover}>
        ${this.#map.render()}
        <ol class="steps">
          ${this.#renderSteps()}
        </ol>
      </div>
      ${renderProgress(reading, by => this.#turn(by))}
      ${credit ? html`<p class="small">${credit}</p>` : nothing}
    </article>`;
  }

  /** Returns the accessible name of the article: the title of the story, or the page's heading. */
  #name(record: Story): string {
    const own = this.i18n.text(record.title).value;
    const given = this.querySelector('[slot="heading"]')?.textContent.replace(/\s+/g, ' ').trim();
    return own || given || this.i18n.messages.story;
  }

  #renderHead(record: Story): TemplateResult {
    const intro = this.i18n.text(record.intro);
    return html`<header>
      ${heading(
        this.level,
        html`<span id="name">${this.renderTitle(record)}</span>${this.renderForeign(record)}`,
      )}
      ${paragraphs(intro.value).map(text => html`<p lang=${intro.lang ?? nothing}>${text}</p>`)}
    </header>`;
  }

  #renderSteps(): readonly TemplateResult[] {
    const resources = new Map(
      [...(shownValue(this.#resources.state)?.items ?? [])].map(one => [String(one.id), one]),
    );
    const steps: Steps = {
      i18n: this.i18n,
      colon: this.colon,
      level: this.level + 1,
      current: this.#reading.current + 1,
      lost: this._lost,
      pair: step => this.#pairOf(step),
      resource: ({resource}) =>
        resource === undefined ? undefined : resources.get(String(resource)),
      link: resource => {
        const drawn = this.renderLink(resource);
        this.noted?.set(resource, 'resources');
        return drawn;
      },
      lose: picture => (this._lost = new Set([...this._lost, picture])),
      see: this.#map.isShown ? step => this.#map.see(step) : undefined,
    };
    return this.#steps.map(step => renderStep(step, steps));
  }

  #pairOf({number}: Step): ThenAndNow {
    const pair = this.#pairs.get(number) ?? new ThenAndNow(this, this.i18n);
    this.#pairs.set(number, pair);
    return pair;
  }
}
