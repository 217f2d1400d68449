import {property} from 'lit/decorators.js';
import {anyText, integer} from '../base/attribute-converters.js';
import {consentMode, type Tiles, tilesValue} from '../base/shared-attributes.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader} from '../base/widget-view.js';
import type {StoryView} from './story-view.js';

/**
 * Shows the story of a territory: steps of text, each with a picture, a before-and-after pair or a place on a map that
 * follows the reader. Everything can be read without the map.
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
  /** @internal */
  static override loadView: ViewLoader<SpassStory, StoryView> = async () =>
    (await import('./story-view.js')).StoryView;

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
  @property({converter: tilesValue}) tiles: Tiles = 'none';
  /** Credit of a background given as a template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: consentMode}) consent: string = 'ask';

  /** @internal */
  override readonly collection = 'stories';

  /**
   * Goes to a step and focuses its heading. Does nothing if there is no such step.
   *
   * @param number Number of the step, from 1.
   * @returns Promise that resolves after the jump.
   */
  async show(number: number): Promise<void> {
    await this.loadComplete;
    // The fallback view has no steps.
    (this.view as Partial<StoryView> | undefined)?.goToStep?.(number);
  }
}
