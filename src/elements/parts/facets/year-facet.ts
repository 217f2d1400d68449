import {html, nothing, type TemplateResult} from 'lit';
import {formatPeriod} from '../../../controllers/format-period.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {FacetValue, Filter} from '../../../model/query.js';
import {repeat} from '../repeat.js';

/** Number of options above which years are grouped by decades, centuries or millennia. */
const MAX_YEAR_OPTIONS = 50;
const GROUP_SIZES = [1, 10, 100, 1000];

interface YearOption {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

interface YearFacetOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly fixed: Filter;
  readonly selected: Filter;
  choose(filter: Filter): void;
}

/** Renders a select for the year. Renders nothing without a year to choose. */
export function renderYearFacet(
  values: readonly FacetValue[],
  {i18n, fixed, selected, choose}: YearFacetOptions,
): unknown {
  const options = yearOptions(values, fixed, selected, i18n);
  if (options.length === 0) return nothing;
  const {messages, number} = i18n;
  const {from: _from, to: _to, ...others} = selected;
  const handleChange = ({target}: Event): void => {
    // The first option stands for all years.
    const option = options[(target as HTMLSelectElement).selectedIndex - 1];
    choose(option ? {...others, from: option.from, to: option.to} : others);
  };
  return html`<div class="year">
    <label for="year">${messages.facetYear}</label>
    <select class="field" id="year" @change=${handleChange}>
      <option value="">${messages.all}</option>
      ${repeat(
        options,
        ({label}) => label,
        ({label, count, isChosen}): TemplateResult =>
          html`<option
            value=${label}
            .selected=${isChosen}
            .textContent=${count ? `${label} (${number(count)})` : label}
          ></option>`,
      )}
    </select>
  </div>`;
}

/**
 * Returns the years, newest first. Many are grouped, without counts: a record of several years would be counted several
 * times. A period that was selected elsewhere comes before them.
 */
function yearOptions(
  values: readonly FacetValue[],
  fixed: Filter,
  selected: Filter,
  i18n: LocalizeController<'resourceList'>,
): readonly YearOption[] {
  const {from = '', to = ''} = selected;
  const years = values
    .filter(
      ({value}) =>
        /^\d{1,4}$/.test(value) &&
        (!fixed.from || value >= fixed.from.slice(0, 4)) &&
        (!fixed.to || value <= fixed.to.slice(0, 4)),
    )
    .sort((a, b) => Number(b.value) - Number(a.value));
  const groups = GROUP_SIZES.map(size => groupYears(years, size));
  const group = groups.find(({length}) => length <= MAX_YEAR_OPTIONS) ?? [];
  const options = group.map(option => ({
    ...option,
    label: option.from === option.to ? option.from : formatDateFilter(option, i18n),
    isChosen: option.from === from && option.to === to,
  }));
  const label = formatDateFilter(selected, i18n);
  return label && !options.some(({isChosen}) => isChosen)
    ? [{from, to, label, count: 0, isChosen: true}, ...options]
    : options;
}

type YearGroup = Pick<YearOption, 'from' | 'to' | 'count'>;

function groupYears(years: readonly FacetValue[], size: number): readonly YearGroup[] {
  if (size === 1) return years.map(({value, count}) => ({from: value, to: value, count}));
  const starts = new Set(years.map(({value}) => Math.floor(Number(value) / size) * size));
  const pad = (year: number): string => String(year).padStart(4, '0');
  return [...starts].map(start => ({from: pad(start), to: pad(start + size - 1), count: 0}));
}

/** Formats the selected dates: `2016`, `2003–2007`. Empty if none. */
export const formatDateFilter = (
  {from, to}: Filter,
  i18n: LocalizeController<'resourceList'>,
): string => formatPeriod(i18n, {start: from, end: to});
