import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {familyFilter} from '../../i18n/fr/family-filter.js';
import {intersectFilters, type Query, splitList} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../base/attribute-converters.js';
import {renderFamilyShape} from '../parts/family-label.js';
import {DataWidget} from '../base/data-widget.js';
import {styles} from './family-filter.styles.js';

type KnownFamily = (typeof FAMILIES)[number];

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

  /** @internal */
  override readonly collection = 'portals';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {familyFilter});

  readonly #countsLoad = this.loadRecords(
    () => this.of,
    () => this.#countsQuery(),
  );

  /**
   * Query for the counts. Without the selected families, since a facet ignores its own filter: selecting a family needs
   * no request.
   */
  #countsQuery(): Query | undefined {
    const filter = intersectFilters(this.fixedFilter, {...this.selection.filter, family: []});
    return filter && {...filter, facets: ['family'], limit: 1, lang: this.i18n.language};
  }

  /** Families that the page allows. */
  get #families(): readonly KnownFamily[] {
    const fixed = splitList(this.family);
    return fixed.length ? FAMILIES.filter(family => fixed.includes(family)) : FAMILIES;
  }

  get #selectedFamilies(): readonly string[] {
    return this.selection.filter.family ?? [];
  }

  protected override renderContent(): unknown {
    const {state} = this.#countsLoad;
    const result = latestValue(state);
    const isWaiting =
      !this.i18n.isReady || (this.hasFallback && !result && state.status !== 'failed');
    const stateContent = this.renderState(
      state,
      () => nothing,
      () => (isWaiting && this.i18n.isReady ? this.#renderToggles(undefined) : nothing),
    );
    // Separate templates: content inserted with the toggles does not count as a layout shift.
    if (isWaiting) return html`<div class="rest">${stateContent}</div>`;
    return html`${this.#renderToggles(result)}
      <div class="rest">${stateContent}</div>`;
  }

  #renderToggles(result: QueryResult | undefined): TemplateResult {
    const {messages} = this.i18n;
    return html`<fieldset>
      <legend class="sr">${messages.families}</legend>
      ${this.#renderToggle('all', result)}
      ${this.#families.map(family => this.#renderToggle(family, result))}
    </fieldset>`;
  }

  #renderToggle(family: KnownFamily | 'all', result: QueryResult | undefined): TemplateResult {
    const {messages, number} = this.i18n;
    const isAll = family === 'all';
    const count = this.#count(family, result);
    const pressed = isAll
      ? this.#selectedFamilies.length === 0
      : this.#selectedFamilies.includes(family);
    return html`<button
      class="toggle ${family}"
      part="toggle"
      type="button"
      aria-pressed=${pressed}
      @click=${() => this.#toggle(family)}
    >
      <span class="name">${isAll ? nothing : renderFamilyShape(family)} ${messages[family]}</span>
      <span class="mode small">${isAll ? nothing : messages[`${family}Mode`]}</span>
      <span class="count" aria-hidden="true">${count === undefined ? nothing : number(count)}</span>
      <span class="sr">
        ${count === undefined ? nothing : messages[this.of](count, number(count))}
      </span>
    </button>`;
  }

  #count(family: KnownFamily | 'all', result: QueryResult | undefined): number | undefined {
    if (!result) return undefined;
    if (family === 'all') return result.total;
    return result.facets.family?.find(({value}) => value === family)?.count ?? 0;
  }

  #toggle(family: KnownFamily | 'all'): void {
    const {family: selected = [], ...others} = this.selection.filter;
    const next =
      family === 'all'
        ? []
        : selected.includes(family)
          ? selected.filter(other => other !== family)
          : [...(this.multiple ? selected : []), family];
    if (!this.applyFilter(next.length ? {...others, family: next} : others, false)) return;
    this.announce(this.#selectionText(next));
  }

  /** Returns the selected families with their counts: `ACTEUR : 4 portails`. */
  #selectionText(selected: readonly string[]): string {
    const {messages, number, list} = this.i18n;
    const result = latestValue(this.#countsLoad.state);
    const names = selected.length
      ? this.#families.filter(family => selected.includes(family))
      : (['all'] as const);
    return list(
      names.map(family => {
        const count = this.#count(family, result);
        return (
          messages[family] +
          (count === undefined ? '' : this.colon + messages[this.of](count, number(count)))
        );
      }),
    );
  }
}
