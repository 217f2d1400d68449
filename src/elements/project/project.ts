import {property} from 'lit/decorators.js';
import {oneOf} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows the sheet of a project: its funding first, then aims and results, partners, budget, programme and dates, the
 * next meeting and the way to take part, documents and contact.
 *
 * The project is the one that `project` names in `items`, `api` or the surrounding `<spass-portal>`, by default the
 * first. A switch offers the languages of its texts. The projects of a portfolio open in place, with a way back. The sheet is printed on one page.
 *
 * @customElement spass-project
 * @slot - Content shown until data are loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a record, or opens the sheet of another project; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader asks for more partners; cancelable.
 * @event {LoadEvent} spass-load - Fired when the project is rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the project could not be loaded; does not bubble.
 * @csspart funding - Funding statement with its emblem.
 * @csspart emblem - Emblem of the European Union, if the programme has none of its own.
 * @csspart languages - Language switch.
 * @csspart language - Button of a language.
 * @csspart facts - Programme, dates, budget and place.
 * @csspart meeting - The next meeting.
 * @csspart calendar - Button that downloads the meeting as a calendar file.
 * @csspart participation - Call for participation.
 * @csspart action - Link to the participation.
 * @csspart partners - List of partners.
 * @csspart partner - A partner.
 * @csspart cover - Map of the project and its partners.
 * @csspart subprojects - Projects of a portfolio.
 * @csspart file - Link to a document.
 * @csspart contact - Contact.
 * @csspart poster - Poster.
 * @csspart link - Link of a record.
 * @csspart title - Title of a record without a link.
 * @csspart more - Button for more partners.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-progress-action] - Background colour of the link to the participation.
 * @cssproperty [--spass-progress-on-action] - Text colour of the link to the participation.
 */
export class SpassProject extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassProject, WidgetView> = async () =>
    (await import('./project-view.js')).ProjectView;

  /** Size of a poster of the project, shown instead of the sheet and printed without the rest of the page: `a3` or `a4`. Default: the sheet. */
  @property({converter: oneOf('', 'a3', 'a4')}) poster: 'a3' | 'a4' | '' = '';
  /** Reference time; the current time by default. */
  @property({attribute: false}) now?: Date | undefined;

  /**
   * Language that a reader has chosen.
   *
   * @internal
   */
  readerLanguage?: string | undefined;

  /** @internal */
  override readonly collection = 'projects';
}
