import {type PortalDocument, RECORD_KINDS, type RecordKind} from '../src/tools/convert/convert.js';
import {requestedHosts, resolveUrls, withScheme} from '../src/tools/snippets/addresses.js';
import type {Catalogue, Widget} from '../src/tools/snippets/catalogue.js';
import {convertFile, type ConversionState} from './convert-file.js';
import type {Diagnostic} from '../src/tools/messages/diagnostic.js';
import type {ToolMessages} from '../src/tools/messages/tool-messages.js';
import {type HashOrigin, compareHashes, readHashes} from './hashes.js';
import {type ProbeRequest, RECORD_ATTRIBUTES, findLinks, probe, type ProbeResult} from './probe.js';
import {parseSnippet} from '../src/tools/snippets/parse-snippet.js';
import {
  AUTHORED_WIDGETS,
  DEFAULT_SETTINGS,
  effectiveAttributes,
  type Hashes,
  selectInPortal,
  type SnippetSettings,
  WIDGET_COLLECTIONS,
  SNIPPET_FORMATS,
  type SnippetFormat,
  toQuery,
  withAttribute,
} from '../src/tools/snippets/settings.js';
import {snippetFormatsFor} from './snippets.js';

/** Widths of the preview, in pixels: phone, column, tablet, screens. 0 takes the space that there is. */
export const WIDTHS = [320, 480, 768, 1024, 1280, 0] as const;

/**
 * Origin of the data: the demonstration, an address, a file of this computer, or none, for widgets whose content is
 * written by the author.
 */
export const DATA_ORIGINS = ['own', 'demo', 'address', 'file'] as const;
export type DataOrigin = (typeof DATA_ORIGINS)[number];

/** Access to the attributes of one tag, for its fields. */
export interface FieldTarget {
  /** Prefix of the ids of the fields. */
  readonly id: string;
  value(name: string): string | undefined;
  /** Sets an attribute; undefined or '' removes it. */
  set(name: string, value: string | undefined): void;
  /** Sets a boolean attribute. */
  setFlag(name: string, isSet: boolean): void;
}

/** URL of the demo portal, one folder above this page. */
export const demoApi = (): string => new URL('../api', location.href).href;

/** Returns the kind of record that a file is converted to for a widget. */
const recordKindFor = (widget: string): RecordKind =>
  RECORD_KINDS.find(kind => kind === WIDGET_COLLECTIONS[widget]) ?? 'resources';

/** Returns the host of a URL, or the text itself if it is none. */
export const hostOf = (url: string): string =>
  URL.canParse(url, location.href) ? new URL(url, location.href).host : url;

/** Returns attributes or colours with another value of one; undefined removes it. */
function withValue(
  values: Readonly<Record<string, string>>,
  name: string,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const {[name]: _old, ...others} = values;
  return value === undefined ? others : {...others, [name]: value};
}

/** State of the configurator, with the actions that change it. */
export class ConfiguratorState {
  settings: SnippetSettings;
  #format: SnippetFormat | 'others' = 'element';
  width: number = 0;
  /** Colour scheme of the preview; undefined for that of this page. */
  scheme: 'light' | 'dark' | undefined;
  dataOrigin: DataOrigin;
  /** Version of the package that this page was built with. */
  version = '';
  /** Language of the interface and of the sample content. */
  language = 'fr';
  probeResult: ProbeResult = {status: 'idle'};
  conversion: ConversionState = {status: 'idle'};
  /** Selected sheet of a workbook; undefined for the first. */
  sheet: string | undefined;
  recordKind: RecordKind = 'resources';
  /** Snippet to be imported. */
  importText = '';
  /** Diagnostics of the imported snippet; undefined before the first import. */
  diagnostics: readonly Diagnostic[] | undefined;
  /** Text of the status region, announced by screen readers. */
  status = '';
  /** Messages of diagnostics, in the language of the interface. */
  toolMessages: ToolMessages;
  readonly catalogue: Catalogue;
  /** Tags that only make sense with others. */
  dependentTags: Catalogue = new Map();
  /** Integrity hashes of the files in the folder that the snippet refers to. */
  hashes: Hashes;
  /** Relation of these hashes to those of this page's own folder. */
  hashOrigin: HashOrigin = 'own';
  /** Name of the last copied text. */
  copiedName = '';
  readonly #ownHashes: Hashes;
  /** Hosts that the link to this page names, and that the person has not confirmed. */
  readonly #linkHosts: Set<string>;
  /** Folder of the script that the link names, as long as the person has not confirmed it. */
  #linkBase: string | undefined;
  readonly #onChange: () => void;
  #probeController = new AbortController();
  #file: File | undefined;

  constructor(
    catalogue: Catalogue,
    hashes: Hashes,
    initial: SnippetSettings,
    toolMessages: ToolMessages,
    {shape, width}: {readonly shape: string | null; readonly width: string | null},
    isTrusted: boolean,
    onChange: () => void,
  ) {
    this.catalogue = catalogue;
    this.hashes = hashes;
    this.toolMessages = toolMessages;
    this.#ownHashes = hashes;
    this.settings = catalogue.has(initial.widget)
      ? initial
      : {...initial, widget: DEFAULT_SETTINGS.widget};
    this.#format = [...SNIPPET_FORMATS, 'others' as const].find(one => one === shape) ?? 'element';
    const {api} = this.settings.attributes;
    this.dataOrigin =
      api && api !== demoApi() ? 'address' : this.settings.content && !api ? 'own' : 'demo';
    this.width = WIDTHS.find(one => String(one) === width) ?? this.width;
    this.recordKind = recordKindFor(this.settings.widget);
    this.#onChange = onChange;
    this.#linkHosts = new Set(isTrusted ? [] : requestedHosts(this.settings, location.href));
    if (!isTrusted && hostOf(this.settings.base) !== location.host)
      this.#linkBase = this.settings.base;
  }

  /** Hosts from the link that would be requested for the data. Nothing is loaded before the person confirms them. */
  get unconfirmedHosts(): readonly string[] {
    if (this.#linkHosts.size === 0) return [];
    return requestedHosts(this.settings, location.href).filter(host => this.#linkHosts.has(host));
  }

  /** Host of the script from the link, until the person confirms it: the snippet would run its code. */
  get unconfirmedScriptHost(): string | undefined {
    const {base} = this.settings;
    return base === this.#linkBase ? hostOf(base) : undefined;
  }

  /** True if nothing of the link is left to be confirmed. */
  get isTrusted(): boolean {
    return this.unconfirmedHosts.length === 0 && this.unconfirmedScriptHost === undefined;
  }

  /** Loads the data that the link names. */
  confirmHosts(): void {
    this.#linkHosts.clear();
    this.#onChange();
    this.#reprobe();
  }

  /** Keeps the folder of the script that the link names. */
  confirmBase(): void {
    this.#linkBase = undefined;
    this.#onChange();
    void this.#updateHashes();
  }

  get widget(): Widget | undefined {
    return this.catalogue.get(this.settings.widget);
  }

  /** Document of the converted file; undefined unless its data are shown. */
  get document(): PortalDocument | undefined {
    const {conversion} = this;
    return this.dataOrigin === 'file' && conversion.status === 'converted'
      ? conversion.result.document
      : undefined;
  }

  /** Origins of the data that the widget can have. */
  get dataOrigins(): readonly DataOrigin[] {
    const isAuthored = AUTHORED_WIDGETS.includes(this.settings.widget);
    return DATA_ORIGINS.filter(origin => origin !== 'own' || isAuthored);
  }

  /** Attributes of the edited widget. Those of its portal are changed where they are. */
  readonly target: FieldTarget = {
    id: 'attribute',
    value: name => effectiveAttributes(this.settings)[name],
    set: (name, value) => this.setAttribute(name, value),
    setFlag: (name, isSet) => this.setFlag(name, isSet),
  };

  /** Returns the access to the attributes of a layer. */
  layerTarget(index: number): FieldTarget {
    const set = (name: string, value: string | undefined): void => {
      const {layers} = this.settings;
      this.#changeLayers(layers.map((one, i) => (i === index ? withValue(one, name, value) : one)));
    };
    return {
      id: `layer-${index}`,
      value: name => this.settings.layers[index]?.[name],
      set: (name, value) =>
        set(name, (value && name === 'api' ? withScheme(value) : value) || undefined),
      setFlag: (name, isSet) => set(name, isSet ? '' : undefined),
    };
  }

  addLayer(): void {
    this.#changeLayers([...this.settings.layers, {}]);
  }

  removeLayer(index: number): void {
    this.#changeLayers(this.settings.layers.filter((_, i) => i !== index));
  }

  #changeLayers(layers: SnippetSettings['layers']): void {
    this.#change({...this.settings, layers});
  }

  /** Edits another widget of the same portal. */
  selectInPortal(index: number): void {
    this.#change(selectInPortal(this.settings, index));
    this.setRecordKind(recordKindFor(this.settings.widget));
    this.#reprobe();
  }

  setDataOrigin(origin: DataOrigin): void {
    this.dataOrigin = origin;
    const {api} = effectiveAttributes(this.settings);
    if (origin === 'demo') this.setAttribute('api', demoApi());
    else if (api && (origin !== 'address' || api === demoApi()))
      this.setAttribute('api', undefined);
    else this.#reprobe();
    this.#onChange();
  }

  setScheme(scheme: 'light' | 'dark'): void {
    this.scheme = scheme;
    this.#onChange();
  }

  /** Base URL of this page's own script files; default of the snippet. */
  static get ownBase(): string {
    return new URL('../cdn', location.href).href.replace(/\/$/, '');
  }

  /** Selected snippet format, or `element` if the widget does not support it. */
  get format(): SnippetFormat | 'others' {
    const shape = this.#format;
    return shape === 'others' || snippetFormatsFor(this.settings).includes(shape)
      ? shape
      : 'element';
  }

  /** Settings with absolute URLs, valid on any page. */
  get absoluteSettings(): SnippetSettings {
    return resolveUrls(this.settings, location.href);
  }

  get hasHashes(): boolean {
    return this.hashes['spass-widgets.js'] !== undefined;
  }

  /** Query string of the current state, for `history.replaceState`. */
  get query(): string {
    const {base} = this.settings;
    const query = new URLSearchParams({shape: this.format, width: String(this.width)});
    const own = toQuery({...this.settings, base: base === ConfiguratorState.ownBase ? '' : base});
    return `${own}&${query.toString()}`;
  }

  #change(settings: SnippetSettings): void {
    this.settings = settings;
    this.copiedName = '';
    this.#onChange();
  }

  /** Discards the probe result and requests the data again. */
  #reprobe(): void {
    this.probeResult = {status: 'idle'};
    this.#probeController.abort();
    if (this.unconfirmedHosts.length > 0) return;
    const hasData = this.document ?? this.target.value('api');
    if (hasData && this.widget?.attributes.has('api')) void this.probeUrl();
  }

  selectWidget(noun: string): void {
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
      layers: [],
    });
    this.setRecordKind(recordKindFor(noun));
    this.#useDemo();
    this.#reprobe();
  }

  /** Shows the demonstration, unless the widget has data or content of its author. */
  #useDemo(): void {
    if (this.dataOrigin === 'own' && !this.dataOrigins.includes('own')) this.dataOrigin = 'demo';
    if (this.dataOrigin !== 'demo' || !this.widget?.attributes.has('api')) return;
    this.settings = withAttribute(this.settings, 'api', demoApi());
  }

  /** Loads the data of the settings in the URL. */
  initialize(): void {
    this.#useDemo();
    this.#onChange();
    this.#reprobe();
    if (this.settings.base !== ConfiguratorState.ownBase && !this.unconfirmedScriptHost)
      void this.#updateHashes();
  }

  setAttribute(name: string, value: string | undefined): void {
    const standard = this.widget?.attributes.get(name)?.defaultValue;
    const normalized = value && name === 'api' ? withScheme(value) : value;
    this.#setOwn(name, normalized === '' ? undefined : normalized, standard);
    if (['api', 'source', 'fields'].includes(name)) this.#reprobe();
    else if (RECORD_ATTRIBUTES.includes(name)) void this.#updateLinks();
  }

  setFlag(name: string, isSet: boolean): void {
    this.#setOwn(name, isSet ? '' : undefined);
  }

  /** Changes an attribute of the widget, or of its portal if it comes from there. */
  #setOwn(name: string, value: string | undefined, standard?: string): void {
    const {settings} = this;
    const {portal} = settings;
    const isOfPortal =
      portal && this.dependentTags.get('portal')?.attributes.has(name) && name !== 'group';
    if (!isOfPortal || settings.attributes[name] !== undefined) {
      this.#change(withAttribute(settings, name, value, standard));
      return;
    }
    const attributes = withValue(portal.attributes, name, value);
    this.#change({...settings, portal: {...portal, attributes}});
  }

  setColour(name: string, value: string | undefined): void {
    const colours = withValue(this.settings.colours, name, value || undefined);
    this.#change({...this.settings, colours});
  }

  setBase(base: string): void {
    const url = withScheme(base).replace(/\/+$/, '');
    this.#change({
      ...this.settings,
      base:
        url && URL.canParse(url, location.href)
          ? new URL(url, location.href).href
          : ConfiguratorState.ownBase,
    });
    void this.#updateHashes();
  }

  /** Reads the hashes of the selected folder and compares them with those of this page's own files. */
  async #updateHashes(): Promise<void> {
    const {base} = this.settings;
    const found =
      base === ConfiguratorState.ownBase ? this.#ownHashes : await readHashes(`${base}/sri.json`);
    if (this.settings.base !== base) return;
    this.hashes = found ?? this.#ownHashes;
    this.hashOrigin =
      base === ConfiguratorState.ownBase ? 'own' : compareHashes(found, this.#ownHashes);
    this.#onChange();
  }

  setFormat(format: SnippetFormat | 'others'): void {
    this.#format = format;
    this.copiedName = '';
    this.#onChange();
  }

  setWidth(width: number): void {
    this.width = width;
    this.#onChange();
  }

  announce(status: string, copied = ''): void {
    // Screen readers announce a repeated sentence only if the text changes.
    this.status = this.status === status ? `${status}\u00a0` : status;
    this.copiedName = copied;
    this.#onChange();
  }

  /** Probes the data URL. A result that is no longer needed is ignored. */
  async probeUrl(): Promise<void> {
    // The person has asked for it.
    this.#linkHosts.clear();
    this.#probeController.abort();
    this.#probeController = new AbortController();
    const {signal} = this.#probeController;
    this.probeResult = {status: 'loading'};
    this.#onChange();
    try {
      const probeResult = await probe(this.#probeRequest, signal);
      if (signal.aborted) return;
      this.probeResult = probeResult;
      if (probeResult.status === 'ready') await this.#updateLinks();
      else if (this.dataOrigin === 'demo') this.setDataOrigin('address');
      else this.#change(this.settings);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  get #probeRequest(): ProbeRequest {
    const {widget} = this.settings;
    const {api = '', source = '', fields = ''} = effectiveAttributes(this.settings);
    return {api, source, fields, widget, language: this.language, document: this.document};
  }

  /** Updates the links in the snippet to match the records that the widget shows. */
  async #updateLinks(): Promise<void> {
    const {probeResult, settings} = this;
    if (probeResult.status !== 'ready') return;
    const {signal} = this.#probeController;
    const isRestricted = RECORD_ATTRIBUTES.some(name => settings.attributes[name] !== undefined);
    const found = isRestricted
      ? await findLinks(this.#probeRequest, settings.attributes, signal)
      : [];
    if (
      signal.aborted ||
      RECORD_ATTRIBUTES.some(name => settings.attributes[name] !== this.settings.attributes[name])
    )
      return;
    this.#change({...this.settings, links: found.length > 0 ? found : probeResult.links});
  }

  importSnippet(): void {
    const {settings, format, diagnostics} = parseSnippet(
      this.importText,
      this.catalogue,
      this.dependentTags,
    );
    this.diagnostics = diagnostics;
    if (!settings) {
      this.#onChange();
      return;
    }
    if (format) this.#format = format;
    const {base, widget} = this.settings;
    this.#change({...settings, base: settings.base || base});
    this.dataOrigin = this.#originOf(settings);
    if (settings.widget !== widget) this.setRecordKind(recordKindFor(settings.widget));
    this.#reprobe();
    if (settings.base && settings.base !== base) void this.#updateHashes();
  }

  /** Returns the origin of the data of an imported snippet. A file that was given stays, if the snippet has no other. */
  #originOf(settings: SnippetSettings): DataOrigin {
    const {api} = effectiveAttributes(settings);
    if (api) return api === demoApi() ? 'demo' : 'address';
    if (this.#file) return 'file';
    return AUTHORED_WIDGETS.includes(settings.widget) ? 'own' : 'address';
  }

  setRecordKind(kind: RecordKind): void {
    this.recordKind = kind;
    if (this.#file) void this.loadFile(this.#file);
    else this.#onChange();
  }

  setSheet(sheet: string): void {
    if (this.#file) void this.loadFile(this.#file, sheet);
  }

  /** Converts a file to a portal document, without uploading it. */
  async loadFile(file: File, sheet = this.#sheetOf(file)): Promise<void> {
    const {name} = file;
    // A file of this computer has no address yet. That of other data would show those.
    if (this.#file !== file) this.setDataOrigin('file');
    this.#file = file;
    this.sheet = sheet;
    if (this.conversion.status === 'converted' && this.conversion.objectUrl)
      URL.revokeObjectURL(this.conversion.objectUrl);
    this.conversion = {status: 'loading', name};
    this.#onChange();
    const kind = this.recordKind;
    const state = await convertFile(file, kind, sheet);
    // Another file or kind may have been selected in the meantime.
    if (this.#file !== file || this.recordKind !== kind || this.sheet !== sheet) return;
    this.conversion = state;
    if (this.dataOrigin === 'file') this.#reprobe();
    this.#onChange();
  }

  /** Returns the selected sheet, unless the file is another one. */
  #sheetOf(file: File): string | undefined {
    return file === this.#file ? this.sheet : undefined;
  }
}
