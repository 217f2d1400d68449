import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/errors.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {contribute} from '../../i18n/fr/contribute.js';
import {finding} from '../../i18n/fr/finding.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import type {Geo} from '../../model/geo.js';
import {bothFilters, type Query} from '../../model/query.js';
import type {Contribution} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {oneOf, splitList, words} from '../attributes.js';
import {cssLength, latLon, zoomLevel} from '../map-attributes.js';
import {tilesWords} from '../map-tiles.js';
import {memo} from '../memo.js';
import {DataWidget} from '../widget.js';
import {styles} from './contribute.styles.js';
import {ContributionForm} from './contribution-form.js';
import {ContributionMap} from './contribution-map.js';
import {type Kind, KINDS} from './kinds.js';
import type {Keeper} from './notices.js';
import {renderPublished} from './published.js';

/**
 * A form with which an inhabitant adds an idea, a photograph, a tree, a comment or a place, and below it what others
 * have added and the portal has published.
 *
 * It sends to the portal API of its `api`, or of the `<spass-portal>` around it, when its reader says so, and until it
 * has arrived. The map that a reader chooses a place on is its own, or one that shares its selection.
 *
 * @customElement spass-contribute
 * @slot - What is read where the published contributions can't be had.
 * @slot heading - A heading, at the level that fits the page.
 * @event {ContributionSubmitEvent} spass-contribution-submit - A reader sends a contribution; cancel to keep it here.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
 * @event {LoadEvent} spass-load - The published contributions are drawn; does not bubble.
 * @event {LoadErrorEvent} spass-error - They could not be loaded; does not bubble.
 * @csspart form - The form.
 * @csspart map - The map.
 * @csspart marker - A mark on it.
 * @csspart cluster - The mark of contributions that lie too close together.
 * @csspart list - What is published.
 * @csspart foot - Source, licence and date.
 */
export class SpassContribute extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, mapFrameStyles, styles];

  /** What is added: `idea`, `photo`, `tree`, `comment` or `place`. */
  @property({converter: oneOf(...KINDS)}) kind: Kind = 'idea';
  /** `memory`: a draft lives as long as the page; `device`: its author may keep it in the browser. */
  @property({converter: oneOf('memory', 'device')}) draft: 'memory' | 'device' = 'memory';
  /** Who keeps what is sent; by default whose data the portal says they are. */
  @property({converter: words}) controller = '';
  /** Where people can ask for their rights: an e-mail address, an address, or words. */
  @property({converter: words}) contact = '';
  /** For how long it is kept, in words. */
  @property({converter: words}) retention = '';
  /** Address of the privacy policy. */
  @property({converter: words}) policy = '';
  /** The background: `none`, `ign`, `ign-ortho`, `osm-be`, a template with `{z}`, `{x}`, `{y}`, or a `.pmtiles` file. */
  @property({converter: tilesWords}) tiles = 'none';
  /** The credit of a background given by a template. */
  @property({converter: words}) attribution = '';
  /** `ask` before a third party's tiles; `granted` or `denied` where the page has its own consent. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Where the map starts, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** How near the map starts, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Height of the map, a CSS length or pixels. */
  @property({converter: cssLength}) height = '';
  /** Leaves out what is published. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;

  @query('.map') private _map!: HTMLElement | null;
  @query('.stage') private _stage!: HTMLElement | null;

  @state() private _extra = 0;

  protected override readonly collection = 'contributions';
  protected override readonly i18n = new LocalizeController(this, {
    contribute,
    finding,
    map,
    places,
  });
  readonly #published = this.loadRecords('contributions', () => this.question, 'all');
  readonly #form: ContributionForm = new ContributionForm(this, this.i18n, {
    address: () => this.#address,
    target: () => this.#target,
    selection: () => this.selection,
    keeper: () => this.#keeper,
    level: () => this.level,
    announce: sentence => this.announce(sentence),
    warn: line => this.warn(line),
    show: place => {
      if (!this.selection.canShow) this.#map.show(place);
    },
  });
  readonly #map: ContributionMap = new ContributionMap(this, this.i18n, {
    container: () => this._map,
    published: () => this.#shown(),
    chosen: () => this.#form.draft.geo,
    choose: place => this.#form.choose(place),
    open: index => void this.#open(index),
    mayAsk: provider => this.dispatchEvent(new ConsentRequestEvent(provider)),
  });

  protected override get question(): Query | undefined {
    // What is chosen elsewhere of other records' types is no kind of contribution.
    const {type: _type, ...chosen} = this.selection.filter;
    const filter = bothFilters({...this.fixedFilter, type: [this.kind]}, chosen);
    return filter && {...filter, sort: this.sort || '-date', lang: this.i18n.language};
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#map.pending, ...this.#form.pending];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this._stage) this._stage.style.blockSize = this.height;
    if (!this.controller || !this.contact || !this.retention) {
      this.warn(
        'controller, contact and retention tell inhabitants who keeps what they send, and for how long (GDPR, article 13)',
      );
    }
  }

  get #address(): string | undefined {
    const source = this.openedSource;
    return source instanceof LoadError ? undefined : source?.contributions;
  }

  /** The first portal and project that the attributes name. */
  get #target(): {portal?: string; project?: string} {
    const [portal] = splitList(this.portal);
    const [project] = splitList(this.project);
    return {...(portal ? {portal} : {}), ...(project ? {project} : {})};
  }

  get #keeper(): Keeper {
    const [first] = [shownValue(this.#published.state)?.attribution ?? []].flat();
    const name = this.controller || (first?.text ?? '');
    return {name, contact: this.contact, term: this.retention, policy: this.policy};
  }

  /** What is published of this kind; whatever a server answers, nothing that waits or was refused. */
  readonly #shown = memo(
    () => [shownValue(this.#published.state)],
    (): readonly Contribution[] =>
      [...(shownValue(this.#published.state)?.items ?? [])].filter(
        ({state = 'published'}) => state === 'published',
      ),
  );

  // Drawing

  protected override renderContent(): unknown {
    if (!this.i18n.isReady) return html`<slot></slot>`;
    return html`<div class="parts">
      ${this.#renderForm()} ${this.noList ? nothing : this.#renderPublished()}
    </div>`;
  }

  #renderForm(): unknown {
    if (this.openedSource && !this.#address)
      return html`<p class="notice">${this.i18n.messages.takesNone}</p>`;
    return this.#form.render(this.selection.canShow ? nothing : this.#map.render());
  }

  #renderPublished(): unknown {
    const draw = (): unknown =>
      renderPublished(this.#shown(), {
        i18n: this.i18n,
        level: this.level,
        shown: this.pageSize + this._extra,
        colon: this.colon,
        seeOnMap: place => this.#seeOnMap(place),
        more: () => void this.#more(),
      });
    return html`<section class="published">
      ${this.renderState(this.#published.state, draw, () => html`<p class="bone">&nbsp;</p>`)}
    </section>`;
  }

  // Acts

  /** Takes the reader to a published contribution that they chose on the map. */
  async #open(index: number): Promise<void> {
    this._extra = Math.max(this._extra, index + 1 - this.pageSize);
    await this.#form.focus(`entry-${index}`);
  }

  #seeOnMap(place: Geo): void {
    if (this.selection.canShow) {
      this.selection.show(place);
      return;
    }
    this.#map.show(place);
    this._map?.scrollIntoView({block: 'nearest'});
    this._map?.focus({preventScroll: true});
  }

  async #more(): Promise<void> {
    const before = this.pageSize + this._extra;
    this._extra += this.pageSize;
    const {messages, number} = this.i18n;
    const total = this.#shown().length;
    const shown = Math.min(total, before + this.pageSize);
    const added = shown - before;
    this.announce(messages.added(added, number(added), number(shown), number(total)));
    await this.#form.focus(`entry-${before}`);
  }
}
