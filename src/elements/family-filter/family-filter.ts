import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {Answer} from '../../data/source.js';
import {familyFilter} from '../../i18n/fr/family-filter.js';
import {bothFilters, type Query} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf, splitList} from '../attributes.js';
import {familyShape} from '../family-mark.js';
import {DataWidget} from '../widget.js';
import {styles} from './family-filter.styles.js';

type Known = (typeof FAMILIES)[number];

/**
 * Shows the three families ACTEUR, THÈME and PROJET as toggle buttons with counts; linked widgets follow the selection.
 *
 * Its counts come from `api`, from the surrounding `<spass-portal>`, or from the portals in `items`. It also works
 * without counts.
 *
 * @customElement spass-family-filter
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose a family, or all; cancel to stay.
 * @event {LoadEvent} spass-load - The counts are there.
 * @event {LoadErrorEvent} spass-error - The counts could not be loaded.
 * @csspart toggle - One toggle.
 * @csspart foot - Source, licence and date.
 */
export class SpassFamilyFilter extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles];

  /** Records to count: `portals`, `resources` or `projects`. */
  @property({converter: oneOf('portals', 'resources', 'projects')}) of:
    'portals' | 'resources' | 'projects' = 'portals';
  /** Allows several families to be selected. */
  @property({type: Boolean}) multiple = false;

  protected override readonly collection = 'portals';
  protected override readonly i18n = new LocalizeController(this, {familyFilter});

  readonly #counts = this.loadRecords(
    () => this.of,
    () => this.#ask(),
  );

  /**
   * Query for the counts. Without the selected families, since a facet ignores its own filter: selecting a family needs
   * no request.
   */
  #ask(): Query | undefined {
    const filter = bothFilters(this.fixedFilter, {...this.selection.filter, family: []});
    return filter && {...filter, facets: ['family'], limit: 1, lang: this.i18n.language};
  }

  /** Families that the page allows. */
  get #families(): readonly Known[] {
    const fixed = splitList(this.family);
    return fixed.length ? FAMILIES.filter(family => fixed.includes(family)) : FAMILIES;
  }

  get #chosen(): readonly string[] {
    return this.selection.filter.family ?? [];
  }

  protected override renderContent(): unknown {
    const {state} = this.#counts;
    const answer = shownValue(state);
    const waits = !this.i18n.isReady || (this.hasFallback && !answer && state.status !== 'failed');
    const rest = this.renderState(
      state,
      () => nothing,
      () => (waits && this.i18n.isReady ? this.#renderToggles(undefined) : nothing),
    );
    // Separate templates: content inserted with the toggles does not count as a layout shift.
    if (waits) return html`<div class="rest">${rest}</div>`;
    return html`${this.#renderToggles(answer)}
      <div class="rest">${rest}</div>`;
  }

  #renderToggles(answer: Answer | undefined): TemplateResult {
    const {messages} = this.i18n;
    return html`<fieldset>
      <legend class="sr">${messages.families}</legend>
      ${this.#renderToggle('all', answer)}
      ${this.#families.map(family => this.#renderToggle(family, answer))}
    </fieldset>`;
  }

  #renderToggle(family: Known | 'all', answer: Answer | undefined): TemplateResult {
    const {messages, number} = this.i18n;
    const isAll = family === 'all';
    const count = this.#count(family, answer);
    const pressed = isAll ? this.#chosen.length === 0 : this.#chosen.includes(family);
    return html`<button
      class="toggle ${family}"
      part="toggle"
      type="button"
      aria-pressed=${pressed}
      @click=${() => this.#press(family)}
    >
      <span class="name">${isAll ? nothing : familyShape(family)} ${messages[family]}</span>
      <span class="mode small">${isAll ? nothing : messages[`${family}Mode`]}</span>
      <span class="count" aria-hidden="true">${count === undefined ? nothing : number(count)}</span>
      <span class="sr">
        ${count === undefined ? nothing : messages[this.of](count, number(count))}
      </span>
    </button>`;
  }

  #count(family: Known | 'all', answer: Answer | undefined): number | undefined {
    if (!answer) return undefined;
    if (family === 'all') return answer.total;
    return answer.facets.family?.find(({value}) => value === family)?.count ?? 0;
  }

  #press(family: Known | 'all'): void {
    const {family: chosen = [], ...others} = this.selection.filter;
    const next =
      family === 'all'
        ? []
        : chosen.includes(family)
          ? chosen.filter(other => other !== family)
          : [...(this.multiple ? chosen : []), family];
    if (!this.choose(next.length ? {...others, family: next} : others, false)) return;
    this.announce(this.#sentence(next));
  }

  /** Returns the selected families with their counts: `ACTEUR : 4 portails`. */
  #sentence(chosen: readonly string[]): string {
    const {messages, number, list} = this.i18n;
    const answer = shownValue(this.#counts.state);
    const names = chosen.length
      ? this.#families.filter(family => chosen.includes(family))
      : (['all'] as const);
    return list(
      names.map(family => {
        const count = this.#count(family, answer);
        return (
          messages[family] +
          (count === undefined ? '' : this.colon + messages[this.of](count, number(count)))
        );
      }),
    );
  }
}
