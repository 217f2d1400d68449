import {html, nothing, type TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import type {QueryResult} from '../../data/source.js';
import {records, familyFilter} from '../../i18n/fr/widgets.js';
import {intersectFilters, type Query, splitList} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {type KnownFamily, renderFamilyShape} from '../parts/records/family-label.js';
import {styles} from './family-filter.styles.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {showsPart} from '../parts/shown-parts.js';
import {canChange, renderState} from '../parts/states.js';

interface FamilyFilterHost extends WidgetHost {
  readonly of: 'portals' | 'resources' | 'projects';
  readonly multiple: boolean;
}

/** Toggle buttons of the families with counts. */
export class FamilyFilterView extends WidgetView<FamilyFilterHost> {
  static override readonly styles = [familyStyles, styles];

  readonly #i18n = this.host.i18n.withSections({familyFilter, records});

  readonly #countsLoad = this.host.records.load(
    () => this.host.of,
    () => this.#countsQuery(),
  );

  /**
   * Query for the counts. Without the selected families, since a facet ignores its own filter: selecting a family needs
   * no request.
   */
  #countsQuery(): Query | undefined {
    const filter = intersectFilters(this.host.records.fixedFilter, {
      ...this.host.selection.filter,
      family: [],
    });
    return filter && {...filter, facets: ['family'], limit: 1, lang: this.#i18n.language};
  }

  /** Families that the page allows. */
  get #families(): readonly KnownFamily[] {
    const fixed = splitList(this.host.family);
    return fixed.length ? FAMILIES.filter(family => fixed.includes(family)) : FAMILIES;
  }

  get #selectedFamilies(): readonly string[] {
    return this.host.selection.filter.family ?? [];
  }

  override render(): unknown {
    const {state} = this.#countsLoad;
    const result = latestValue(state);
    const isWaiting =
      !this.#i18n.isReady ||
      (!result &&
        // Without an address, there is nothing to filter.
        (state.status === 'failed' ? !canChange(this.host, state.error) : this.host.hasFallback));
    const stateContent = renderState(
      this.host,
      state,
      one => this.#renderOverlap(one),
      () => (isWaiting && this.#i18n.isReady ? this.#renderToggles(undefined) : nothing),
    );
    // Separate templates: content inserted with the toggles does not count as a layout shift.
    if (isWaiting) return html`<div class="rest">${stateContent}</div>`;
    return html`${this.#renderToggles(result)}
      <div class="rest">${stateContent}</div>`;
  }

  /** Says why the counts of the families are more than their total. */
  #renderOverlap({total, facets}: QueryResult): unknown {
    const sum = (facets.family ?? []).reduce((all, {count}) => all + count, 0);
    return sum > total && showsPart(this.host, 'count')
      ? html`<p class="small">${this.#i18n.messages.severalFamilies}</p>`
      : nothing;
  }

  #renderToggles(result: QueryResult | undefined): TemplateResult {
    const {messages} = this.#i18n;
    return html`<fieldset>
      <legend class="sr">${messages.families}</legend>
      ${this.#renderToggle('all', result)}
      ${this.#families.map(family => this.#renderToggle(family, result))}
    </fieldset>`;
  }

  #renderToggle(family: KnownFamily | 'all', result: QueryResult | undefined): TemplateResult {
    const {messages, number} = this.#i18n;
    const isAll = family === 'all';
    const count = showsPart(this.host, 'count') ? this.#count(family, result) : undefined;
    const pressed = isAll
      ? this.#selectedFamilies.length === 0
      : this.#selectedFamilies.includes(family);
    return html`<button
      class="toggle ${family}${count === 0 ? ' none' : ''}"
      part="toggle"
      type="button"
      aria-pressed=${pressed}
      @click=${() => this.#toggle(family)}
    >
      <span class="name">${isAll ? nothing : renderFamilyShape(family)} ${messages[family]}</span>
      <span class="mode small">${isAll ? nothing : messages[`${family}Mode`]}</span>
      <span class="count" aria-hidden="true">${count === undefined ? nothing : number(count)}</span>
      <span class="sr">
        ${count === undefined ? nothing : messages[this.host.of](count, number(count))}
      </span>
    </button>`;
  }

  #count(family: KnownFamily | 'all', result: QueryResult | undefined): number | undefined {
    if (!result) return undefined;
    if (family === 'all') return result.total;
    return result.facets.family?.find(({value}) => value === family)?.count ?? 0;
  }

  #toggle(family: KnownFamily | 'all'): void {
    const {family: selected = [], ...others} = this.host.selection.filter;
    const next =
      family === 'all'
        ? []
        : selected.includes(family)
          ? selected.filter(other => other !== family)
          : [...(this.host.multiple ? selected : []), family];
    if (!this.host.applyFilter(next.length ? {...others, family: next} : others, false)) return;
    this.host.status.announce(this.#selectionText(next));
  }

  override summary({total}: QueryResult): string {
    return this.#i18n.messages[this.host.of](total, this.#i18n.number(total));
  }

  /** Returns the selected families with their counts: `ACTEUR : 4 portails`. */
  #selectionText(selected: readonly string[]): string {
    const {messages, number, list} = this.#i18n;
    const result = latestValue(this.#countsLoad.state);
    const names = selected.length
      ? this.#families.filter(family => selected.includes(family))
      : (['all'] as const);
    return list(
      names.map(family => {
        const count = this.#count(family, result);
        return (
          messages[family] +
          (count === undefined
            ? ''
            : this.#i18n.colon + messages[this.host.of](count, number(count)))
        );
      }),
    );
  }
}
