import {convert, type Converted, formatOf, type Kind} from '../../src/convert/convert.js';
import type {Catalogue, Widget} from './catalogue.js';
import type {SnippetFault} from './findings.js';
import {probe, type Verdict} from './probe.js';
import {readSnippet} from './reading.js';
import {
  EMPTY,
  fromQuery,
  type Hashes,
  type Link,
  type Settings,
  type Shape,
  toQuery,
  withAttribute,
} from './settings.js';

/** What became of a file that was dropped. */
export type FileState =
  | {readonly what: 'none'}
  | {readonly what: 'working'; readonly name: string}
  | {readonly what: 'unknown'; readonly name: string}
  | {
      readonly what: 'converted';
      readonly name: string;
      readonly result: Converted;
      /** Where the browser keeps the document, for the download; undefined where there is none. */
      readonly address: string | undefined;
    };

/** The widths at which a site is read: a phone, a column, a tablet, a screen. */
export const WIDTHS = [320, 480, 768, 1024, 1280] as const;

/** What lies on the table while a widget is being set up, and what can be done with it. */
export class Desk {
  settings: Settings;
  shape: Shape | 'others' = 'element';
  width: number = WIDTHS[2];
  verdict: Verdict = {what: 'untried'};
  file: FileState = {what: 'none'};
  fileKind: Kind = 'resources';
  pasted = '';
  /** What is wrong with the snippet that was read; undefined before one was. */
  faults: readonly SnippetFault[] | undefined;
  /** What a screen reader is told next. */
  status = '';
  readonly catalogue: Catalogue;
  readonly hashes: Hashes;
  readonly #changed: () => void;
  #asking = new AbortController();
  #file: File | undefined;

  constructor(catalogue: Catalogue, hashes: Hashes, start: Settings, changed: () => void) {
    this.catalogue = catalogue;
    this.hashes = hashes;
    this.settings = catalogue.has(start.widget) ? start : {...start, widget: EMPTY.widget};
    this.#changed = changed;
  }

  get widget(): Widget | undefined {
    return this.catalogue.get(this.settings.widget);
  }

  /** The folder where this page's own files are: what is pasted names it until its user says another. */
  static get ownBase(): string {
    return new URL('../cdn', location.href).href.replace(/\/$/, '');
  }

  /** The hashes hold for the files of this version alone: for those of another nothing is known. */
  get isOwnVersion(): boolean {
    return this.hashes['spass-widgets.js'] !== undefined;
  }

  /** For `history.replaceState`: the settings, without what is only this page's affair. */
  get query(): string {
    const {base} = this.settings;
    return toQuery({...this.settings, base: base === Desk.ownBase ? '' : base});
  }

  takeQuery(query: string): void {
    this.settings = {...fromQuery(query, this.settings), links: []};
  }

  #change(settings: Settings): void {
    this.settings = settings;
    this.#changed();
  }

  chooseWidget(noun: string): void {
    const known = this.catalogue.get(noun);
    if (!known) return;
    // What the other widget does not know would be a mistake in its tag.
    const kept = Object.entries(this.settings.attributes).filter(([name]) =>
      known.attributes.has(name),
    );
    this.verdict = {what: 'untried'};
    this.#change({
      ...this.settings,
      widget: noun,
      attributes: Object.fromEntries(kept),
      links: [],
    });
  }

  setAttribute(name: string, value: string | undefined): void {
    const standard = this.widget?.attributes.get(name)?.standard;
    if (['api', 'source', 'fields'].includes(name)) this.verdict = {what: 'untried'};
    this.#change(withAttribute(this.settings, name, value === '' ? undefined : value, standard));
  }

  setFlag(name: string, isSet: boolean): void {
    this.#change(withAttribute(this.settings, name, isSet ? '' : undefined));
  }

  setColour(name: string, value: string | undefined): void {
    const {[name]: _old, ...others} = this.settings.colours;
    this.#change({...this.settings, colours: value ? {...others, [name]: value} : others});
  }

  setBase(base: string): void {
    this.#change({...this.settings, base: base.trim().replace(/\/+$/, '') || Desk.ownBase});
  }

  setShape(shape: Shape | 'others'): void {
    this.shape = shape;
    this.#changed();
  }

  setWidth(width: number): void {
    this.width = width;
    this.#changed();
  }

  say(status: string): void {
    this.status = status;
    this.#changed();
  }

  /** Asks the address what it holds; an answer that is no longer wanted is dropped. */
  async tryAddress(language: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    const {api = '', source = '', fields = ''} = this.settings.attributes;
    this.verdict = {what: 'trying'};
    this.#changed();
    try {
      const asked = {api, source, fields, widget: this.settings.widget, language};
      const verdict = await probe(asked, signal);
      if (signal.aborted) return;
      this.verdict = verdict;
      const links: readonly Link[] = verdict.what === 'read' ? verdict.links : [];
      this.#change({...this.settings, links});
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  readPasted(): void {
    const {settings, shape, faults} = readSnippet(this.pasted, this.catalogue);
    this.faults = faults;
    if (shape) this.shape = shape;
    this.verdict = {what: 'untried'};
    this.#change(
      settings ? {...settings, base: settings.base || this.settings.base} : this.settings,
    );
  }

  setFileKind(kind: Kind): void {
    this.fileKind = kind;
    if (this.#file) void this.takeFile(this.#file);
    else this.#changed();
  }

  /** Makes a portal of a file, in this page alone. */
  async takeFile(file: File): Promise<void> {
    const {name} = file;
    this.#file = file;
    if (this.file.what === 'converted' && this.file.address) URL.revokeObjectURL(this.file.address);
    this.file = {what: 'working', name};
    this.#changed();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const format = formatOf(name, bytes);
    if (!format) this.file = {what: 'unknown', name};
    else {
      const facts = {title: name.replace(/\.\w+$/, '')};
      const result = await convert(bytes, {format, kind: this.fileKind, facts});
      const json = result.document && `${JSON.stringify(result.document, null, 2)}\n`;
      const address = json && URL.createObjectURL(new Blob([json], {type: 'application/json'}));
      this.file = {what: 'converted', name, result, address};
    }
    // Another file may have been dropped meanwhile.
    if (this.#file === file) this.#changed();
  }
}
