import type {Kind} from '../../src/convert/convert.js';
import {inFull, withScheme} from '../../src/paste/addresses.js';
import type {Catalogue, Widget} from '../../src/paste/catalogue.js';
import {convertFile, type FileState} from './file.js';
import type {SnippetFault} from '../../src/paste/findings.js';
import {type Folder, folderOf, readHashes} from './hashes.js';
import {type Asked, CHOOSING, findLinks, probe, type Verdict} from './probe.js';
import {readSnippet} from '../../src/paste/reading.js';
import {
  EMPTY,
  type Hashes,
  type Settings,
  SHAPES,
  type Shape,
  toQuery,
  withAttribute,
} from '../../src/paste/settings.js';
import {shapesFor} from './snippets.js';

/** Widths of the preview, in pixels: phone, column, tablet, screens. */
export const WIDTHS = [320, 480, 768, 1024, 1280] as const;

/** State of the configurator, with the actions that change it. */
export class Desk {
  settings: Settings;
  #shape: Shape | 'others' = 'element';
  width: number = WIDTHS[2];
  /** Version of the package that this page was built with. */
  version = '';
  /** Language of the interface and of the sample content. */
  language = 'fr';
  verdict: Verdict = {what: 'untried'};
  file: FileState = {what: 'none'};
  fileKind: Kind = 'resources';
  /** Snippet to be imported. */
  draft = '';
  /** Diagnostics of the imported snippet; undefined before the first import. */
  faults: readonly SnippetFault[] | undefined;
  /** Text of the status region, announced by screen readers. */
  status = '';
  readonly catalogue: Catalogue;
  /** Integrity hashes of the files in the folder that the snippet refers to. */
  hashes: Hashes;
  /** Relation of these hashes to those of this page's own folder. */
  folder: Folder = 'own';
  /** Name of the last copied text. */
  copied = '';
  readonly #own: Hashes;
  readonly #changed: () => void;
  #asking = new AbortController();
  #file: File | undefined;

  constructor(
    catalogue: Catalogue,
    hashes: Hashes,
    start: Settings,
    {shape, width}: {readonly shape: string | null; readonly width: string | null},
    changed: () => void,
  ) {
    this.catalogue = catalogue;
    this.hashes = hashes;
    this.#own = hashes;
    this.settings = catalogue.has(start.widget) ? start : {...start, widget: EMPTY.widget};
    this.#shape = [...SHAPES, 'others' as const].find(one => one === shape) ?? 'element';
    this.width = WIDTHS.find(one => String(one) === width) ?? this.width;
    this.#changed = changed;
  }

  get widget(): Widget | undefined {
    return this.catalogue.get(this.settings.widget);
  }

  /** Base URL of this page's own script files; default of the snippet. */
  static get ownBase(): string {
    return new URL('../cdn', location.href).href.replace(/\/$/, '');
  }

  /** Selected snippet format, or `element` if the widget does not support it. */
  get shape(): Shape | 'others' {
    const shape = this.#shape;
    return shape === 'others' || shapesFor(this.settings).includes(shape) ? shape : 'element';
  }

  /** Settings with absolute URLs, valid on any page. */
  get pasted(): Settings {
    return inFull(this.settings, location.href);
  }

  get hasHashes(): boolean {
    return this.hashes['spass-widgets.js'] !== undefined;
  }

  /** Query string of the current state, for `history.replaceState`. */
  get query(): string {
    const {base} = this.settings;
    const query = new URLSearchParams({shape: this.shape, width: String(this.width)});
    const own = toQuery({...this.settings, base: base === Desk.ownBase ? '' : base});
    return `${own}&${query.toString()}`;
  }

  #change(settings: Settings): void {
    this.settings = settings;
    this.copied = '';
    this.#changed();
  }

  /** Discards the probe result and requests the data again. */
  #reload(): void {
    this.verdict = {what: 'untried'};
    this.#asking.abort();
    if (this.settings.attributes['api'] && this.widget?.attributes.has('api'))
      void this.tryAddress();
  }

  chooseWidget(noun: string): void {
    const known = this.catalogue.get(noun);
    if (!known) return;
    // Attributes that the new widget does not have would be errors in its tag.
    const kept = Object.entries(this.settings.attributes).filter(([name]) =>
      known.attributes.has(name),
    );
    this.#change({
      ...this.settings,
      widget: noun,
      attributes: Object.fromEntries(kept),
      links: [],
      content: '',
    });
    this.#reload();
  }

  /** Loads the data of the settings in the URL. */
  open(): void {
    this.#reload();
    if (this.settings.base !== Desk.ownBase) void this.#readHashes();
  }

  setAttribute(name: string, value: string | undefined): void {
    const standard = this.widget?.attributes.get(name)?.standard;
    const meant = value && name === 'api' ? withScheme(value) : value;
    this.#change(withAttribute(this.settings, name, meant === '' ? undefined : meant, standard));
    if (['api', 'source', 'fields'].includes(name)) this.#reload();
    else if (CHOOSING.includes(name)) void this.#findLinks();
  }

  setFlag(name: string, isSet: boolean): void {
    this.#change(withAttribute(this.settings, name, isSet ? '' : undefined));
  }

  setColour(name: string, value: string | undefined): void {
    const {[name]: _old, ...others} = this.settings.colours;
    this.#change({...this.settings, colours: value ? {...others, [name]: value} : others});
  }

  setBase(base: string): void {
    const folder = withScheme(base).replace(/\/+$/, '');
    this.#change({
      ...this.settings,
      base:
        folder && URL.canParse(folder, location.href)
          ? new URL(folder, location.href).href
          : Desk.ownBase,
    });
    void this.#readHashes();
  }

  /** Reads the hashes of the selected folder and compares them with those of this page's own files. */
  async #readHashes(): Promise<void> {
    const {base} = this.settings;
    const found = base === Desk.ownBase ? this.#own : await readHashes(`${base}/sri.json`);
    if (this.settings.base !== base) return;
    this.hashes = found ?? this.#own;
    this.folder = base === Desk.ownBase ? 'own' : folderOf(found, this.#own);
    this.#changed();
  }

  setShape(shape: Shape | 'others'): void {
    this.#shape = shape;
    this.copied = '';
    this.#changed();
  }

  setWidth(width: number): void {
    this.width = width;
    this.#changed();
  }

  say(status: string, copied = ''): void {
    // Screen readers announce a repeated sentence only if the text changes.
    this.status = this.status === status ? `${status}\u00a0` : status;
    this.copied = copied;
    this.#changed();
  }

  /** Probes the data URL. A result that is no longer needed is ignored. */
  async tryAddress(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    this.verdict = {what: 'trying'};
    this.#changed();
    try {
      const verdict = await probe(this.#asked, signal);
      if (signal.aborted) return;
      this.verdict = verdict;
      if (verdict.what === 'read') await this.#findLinks();
      else this.#change(this.settings);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  get #asked(): Asked {
    const {widget, attributes} = this.settings;
    const {api = '', source = '', fields = ''} = attributes;
    return {api, source, fields, widget, language: this.language};
  }

  /** Updates the links in the snippet to match the records that the widget shows. */
  async #findLinks(): Promise<void> {
    const {verdict, settings} = this;
    if (verdict.what !== 'read') return;
    const {signal} = this.#asking;
    const isChosen = CHOOSING.some(name => settings.attributes[name] !== undefined);
    const found = isChosen ? await findLinks(this.#asked, settings.attributes, signal) : [];
    if (
      signal.aborted ||
      CHOOSING.some(name => settings.attributes[name] !== this.settings.attributes[name])
    )
      return;
    this.#change({...this.settings, links: found.length > 0 ? found : verdict.links});
  }

  readPasted(): void {
    const {settings, shape, faults} = readSnippet(this.draft, this.catalogue);
    this.faults = faults;
    if (!settings) {
      this.#changed();
      return;
    }
    if (shape) this.#shape = shape;
    const {base} = this.settings;
    this.#change({...settings, base: settings.base || base});
    this.#reload();
    if (settings.base && settings.base !== base) void this.#readHashes();
  }

  setFileKind(kind: Kind): void {
    this.fileKind = kind;
    if (this.#file) void this.takeFile(this.#file);
    else this.#changed();
  }

  /** Converts a file to a portal document, without uploading it. */
  async takeFile(file: File): Promise<void> {
    const {name} = file;
    this.#file = file;
    if (this.file.what === 'converted' && this.file.address) URL.revokeObjectURL(this.file.address);
    this.file = {what: 'working', name};
    this.#changed();
    const kind = this.fileKind;
    const state = await convertFile(file, kind);
    // Another file or kind may have been selected in the meantime.
    if (this.#file !== file || this.fileKind !== kind) return;
    this.file = state;
    this.#changed();
  }
}
