import {render} from 'lit';
import {type DaySpan, overlaps} from '../../model/time/period.js';
import {type Family, type Id, type Project, titleOf} from '../../model/records.js';
import {isKnownFamily} from '../parts/records/family-label.js';
import {createElement, joinClasses} from '../parts/elements.js';
import {LINK_ATTRIBUTES} from '../parts/link.js';
import * as labels from './label-metrics.js';
import type {ProjectEntry} from './rows.js';
import {type BarPosition, positionOf, type TimeAxis} from '../../model/time/time-axis.js';
import {
  formatProjectYears,
  hasProjectDetails,
  renderProjectDetails,
  type TimelineI18n,
} from '../parts/project/project-texts.js';

const EMPTY_POSITION: BarPosition = {start: 0, end: 0, isCutBefore: false, isCutAfter: false};

interface Bar extends labels.Label {
  readonly entry: ProjectEntry;
  readonly item: HTMLLIElement;
  /** Element that contains bar and label: the item, or a part of it. */
  readonly element: HTMLElement;
  /** Period of the portfolio or programme that contains the project. */
  readonly contextSpan: DaySpan | undefined;
  /** Class names that do not depend on the axis. */
  readonly className: string;
  /** True if the label has room on one line before its bar. */
  fitsBefore: boolean;
  /** Ends of the bar, the same for bars of the same years. */
  ends: string;
}

/**
 * Projects that are shown as list items, each with a bar and a label.
 *
 * Created with DOM methods, once for the same records and language, and then only moved: a template leaves two marker
 * nodes per list item, which for 600 bars is a third of all nodes, and checks each of them at every update.
 */
export class Bars {
  readonly #i18n: TimelineI18n;
  readonly #portalFamilies: ReadonlyMap<string, Family | undefined>;
  readonly #bars = new Map<Element, Bar>();
  readonly #lists = new Map<readonly ProjectEntry[], HTMLElement>();
  readonly families = new Set<string>();
  hasApproximateDates = false;
  // Copied for each bar, which is faster than setting the same attributes again.
  readonly #link = createElement('a', {part: 'link', class: 'name', ...LINK_ATTRIBUTES});
  readonly #text = createElement('span', {part: 'title', class: 'name'});
  readonly #years = createElement('span', {class: 'years'});
  #axis: TimeAxis | undefined;
  /** Undefined until the axis has been measured: no bar has a position before. */
  #metrics: labels.LabelMetrics | undefined;
  /** Number of bars whose labels have been aligned. */
  #alignedCount = 0;

  /** @param portalFamilies Families of the loaded portals, by id. */
  constructor(
    i18n: TimelineI18n,
    portalFamilies: ReadonlyMap<string, Family | undefined> = new Map(),
  ) {
    this.#i18n = i18n;
    this.#portalFamilies = portalFamilies;
  }

  /** Returns the list of a row with its first `count` projects; the same element at every call. */
  listOf(
    entries: readonly ProjectEntry[],
    count: number,
    contextSpan: DaySpan | undefined,
    className = 'bars',
  ): HTMLElement {
    const list = this.#lists.get(entries) ?? createElement('ol', {class: className});
    this.#lists.set(entries, list);
    let remaining = count;
    let index = 0;
    for (const entry of entries) {
      if (remaining <= 0) break;
      const item =
        list.children[index++] ??
        list.appendChild(this.#createItem(entry, contextSpan, className === 'parts'));
      const {parts, span} = entry;
      remaining--;
      if (parts.length && remaining > 0) {
        const inner = this.listOf(parts, remaining, span ?? contextSpan, 'parts');
        // Moving it again would take the focus from its links.
        if (inner.parentElement !== item) item.append(inner);
      }
      remaining -= parts.length;
    }
    // The band is drawn in a list without entries, which is none for screen readers.
    list.role = list.firstChild ? null : 'none';
    return list;
  }

  #createItem(
    entry: ProjectEntry,
    contextSpan: DaySpan | undefined,
    isPart: boolean,
  ): HTMLLIElement {
    const {project, parts} = entry;
    const item = document.createElement('li');
    const hasDetails = hasProjectDetails(project);
    // The label reserves space at its sides, which the content below it must not have.
    const element = hasDetails || parts.length ? document.createElement('div') : item;
    const title = this.#createTitle(project);
    const {lang} = title;
    const {messages, languageName} = this.#i18n;
    const years = [
      formatProjectYears(project, this.#i18n),
      lang && messages.inLanguage(languageName(lang)),
    ]
      .filter(Boolean)
      .join(' ');
    const family = this.familyOf(project);
    if (family) this.families.add(family);
    const isApproximate = project.datePrecision === 'circa';
    this.hasApproximateDates ||= isApproximate;
    const className = joinClasses(
      'bar',
      family,
      isApproximate && 'circa',
      isOpenEnded(entry) && 'open',
      !entry.span && 'undated',
      hasDetails && 'full',
    );
    element.className = className;
    const yearsElement = this.#years.cloneNode() as HTMLElement;
    yearsElement.textContent = ` ${years}`;
    element.append(title, yearsElement);
    const bar = {
      entry,
      item,
      element,
      className,
      title: title.textContent,
      shortTitle: title.firstElementChild ? (title.firstChild?.nodeValue ?? undefined) : undefined,
      years,
      mark: family ? 1.125 : 0,
      button: hasDetails ? 24 : 0,
      softEnd: isApproximate ? 0.5 : 0,
      isPart,
      contextSpan,
      fitsBefore: false,
      ends: '',
    };
    this.#bars.set(element, bar);
    if (this.#axis && this.#metrics) moveBar(bar, this.#axis, this.#metrics);
    if (hasDetails) element.append(this.#createDetailsButton(title, !project.url));
    if (element !== item) item.append(element);
    return item;
  }

  /** Returns the family of a project, else of its portal; undefined if it is none of ours. */
  familyOf({family, portal}: Project): string | undefined {
    return [family ?? this.#portalFamilies.get(String(portal))].find(isKnownFamily);
  }

  #createTitle(project: Project): HTMLElement {
    const i18n = this.#i18n;
    const {value, lang} = i18n.text(titleOf(project));
    const {url} = project;
    const title = (url ? this.#link : this.#text).cloneNode() as HTMLElement;
    if (url) title.setAttribute('href', url);
    labels.writeTitle(title, value || i18n.messages.untitled(String(project.id)));
    if (lang && value) title.lang = lang;
    return title;
  }

  /** @param isTabStop False if the title is a link, which is the tab stop of the project. */
  #createDetailsButton({textContent: title, lang}: HTMLElement, isTabStop: boolean): HTMLElement {
    const button = createElement('button', {
      type: 'button',
      class: 'info',
      'aria-expanded': 'false',
    });
    if (!isTabStop) button.tabIndex = -1;
    const about = `${this.#i18n.messages.details}${this.#i18n.colon}`;
    if (!lang) button.setAttribute('aria-label', about + title);
    else {
      // `aria-label` cannot mark a part of its text as another language.
      const words = createElement('span', {class: 'sr'});
      const name = createElement('span', {lang});
      name.textContent = title;
      words.append(about, name);
      button.append(words);
    }
    return button;
  }

  /** Shows or hides the details of a project. */
  toggleDetails(button: Element): void {
    const project = this.projectAt(button);
    const bar = button.parentElement;
    if (!project || !bar) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) bar.nextElementSibling?.remove();
    else {
      const facts = createElement('div', {class: 'facts small'});
      render(renderProjectDetails(project, this.#i18n), facts);
      bar.after(facts);
    }
  }

  /** Positions all bars on an axis, and their labels by the given measures. */
  updatePositions(axis = this.#axis, metrics = this.#metrics): void {
    const isSame = axis === this.#axis && metrics === this.#metrics;
    this.#axis = axis;
    this.#metrics = metrics;
    if (!axis || !metrics || (isSame && this.#alignedCount === this.#bars.size)) return;
    for (const bar of isSame ? [] : this.#bars.values()) moveBar(bar, axis, metrics);
    this.#alignLabels();
  }

  /** Moves labels before their bars, like others of their list: those after a bar, and those in one of the same years. */
  #alignLabels(): void {
    this.#alignedCount = this.#bars.size;
    const endsBefore = new Map<Element | null, Set<string>>();
    for (const {item, element, ends} of this.#bars.values()) {
      const list = item.parentElement;
      if (element.classList.contains('before'))
        endsBefore.set(list, (endsBefore.get(list) ?? new Set()).add(ends));
    }
    for (const {item, element, fitsBefore, ends} of this.#bars.values()) {
      const others = fitsBefore ? endsBefore.get(item.parentElement) : undefined;
      if (others) element.classList.replace('after', 'before');
      if (others?.has(ends)) element.classList.replace('within', 'before');
    }
  }

  projectAt(node: Element): Project | undefined {
    return this.#bars.get(node.closest('.bar') as Element)?.entry.project;
  }

  /** Highlights the bars of the given projects only. */
  highlight(isHighlighted: (id: Id) => boolean): void {
    for (const {entry, element} of this.#bars.values())
      element.classList.toggle('lit', isHighlighted(entry.project.id));
  }

  /** Fades the bars outside a period, and tints the programmes of the others; undefined shows all alike. */
  showPeriod(period: DaySpan | undefined): void {
    const isOutside = (span: DaySpan | undefined): boolean =>
      period !== undefined && !(span && overlaps(span, period));
    for (const {entry, element, contextSpan} of this.#bars.values()) {
      element.classList.toggle('faded', isOutside(entry.span));
      element
        .closest('.generation')
        ?.classList.toggle('tinted', period !== undefined && !isOutside(contextSpan));
    }
  }

  /** Returns the tab stop of a project, to restore the focus after the bars have been recreated. */
  tabStopOf(id: Id): HTMLElement | null | undefined {
    for (const {entry, element} of this.#bars.values())
      if (entry.project.id === id) return element.querySelector<HTMLElement>('a, button');
    return undefined;
  }
}

/** Class names of bars that do not depend on the axis, but change. */
const STATES = ['lit', 'faded', 'loose'] as const;

const isOpenEnded = ({span}: ProjectEntry): boolean => span?.last === Infinity;

/**
 * Positions a bar and its label. A project without a bar on this axis has its label at the bar of its portfolio, in the
 * years of its programme, or at the edge.
 */
function moveBar(bar: Bar, axis: TimeAxis, metrics: labels.LabelMetrics): void {
  const {entry, item, element, isPart, contextSpan} = bar;
  const {span} = entry;
  const context = contextSpan ? positionOf(contextSpan, axis) : EMPTY_POSITION;
  const position = span ? positionOf(span, axis) : context;
  const {start, end, isCutBefore, isCutAfter} = position;
  // The ends of the bar are its years; an end that is open is no year.
  const isDated = !isCutBefore && (!isCutAfter || isOpenEnded(entry));
  const isDrawn = span && overlaps(span, axis);
  let side: readonly string[] = [start > 0.5 ? 'to' : 'from'];
  if (isDrawn) {
    // Labels of parts end before the bracket, which is at the start of their portfolio; on paper, far parts have none.
    const before =
      isPart && !item.classList.contains('loose') ? Math.min(start, context.start) : start;
    const {beside, classes} = labels.fitLabel(bar, position, metrics, before, isDated);
    bar.ends = `${start} ${end}`;
    bar.fitsBefore = beside <= before * metrics.axisWidth;
    side = classes;
  }
  element.className = joinClasses(
    bar.className,
    ...side,
    isCutBefore && 'cut-before',
    isCutAfter && 'cut-after',
    isDrawn && isDated && 'dated',
    ...STATES.filter(name => element.classList.contains(name)),
  );
  item.style.setProperty('--s', String(start));
  item.style.setProperty('--e', String(end));
}
