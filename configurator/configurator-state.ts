import type {PortalDocument, RecordKind} from '../src/tools/convert/convert.js';
import type {Diagnostic} from '../src/tools/messages/diagnostic.js';
import type {ToolMessages} from '../src/tools/messages/tool-messages.js';
import {resolveUrls, withScheme} from '../src/tools/snippets/addresses.js';
import type {Catalogue} from '../src/tools/snippets/catalogue.js';
import {parseSnippet} from '../src/tools/snippets/parse-snippet.js';
import {
  AUTHORED_WIDGETS,
  showsOwnContent,
  effectiveAttributes,
  type Hashes,
  selectInPortal,
  type SnippetSettings,
  SNIPPET_FORMATS,
  type SnippetFormat,
  withAttribute,
} from '../src/tools/snippets/settings.js';
import {toQuery} from '../src/tools/snippets/settings-query.js';
import {type DataOrigin, dataOriginsFor, demoApi, originOf} from './data-origin.js';
import {DataProbe, selectSameRecords} from './data-probe.js';
import {FileConversion, recordKindFor} from './file-conversion.js';
import {LinkTrust} from './link-trust.js';
import {PreviewView} from './preview-view.js';
import {type ProbeRequest, RECORD_ATTRIBUTES} from './probe.js';
import {ownBase, ScriptFolder} from './script-folder.js';
import {SettingsEditor} from './settings-editor.js';
import {snippetFormatsFor} from './snippets.js';

/** State of the configurator, with the actions that change it. */
export class ConfiguratorState extends SettingsEditor {
  #format: SnippetFormat | 'others' = 'element';
  dataOrigin: DataOrigin;
  /** Version of the package that this page was built with. */
  version = '';
  /** Language of the interface and of the sample content. */
  language = 'fr';
  /** Snippet to be imported. */
  importText = '';
  /** Diagnostics of the imported snippet; undefined before the first import. */
  diagnostics: readonly Diagnostic[] | undefined;
  /** Text of the status region, announced by screen readers. */
  status = '';
  /** Messages of diagnostics, in the language of the interface. */
  toolMessages: ToolMessages;
  /** Name of the last copied text. */
  copiedName = '';
  readonly view: PreviewView;
  readonly #trust: LinkTrust;
  /** Test request of the data. */
  readonly probe = new DataProbe();
  readonly folder: ScriptFolder;
  /** File of this computer. */
  readonly file: FileConversion;
  readonly #onChange: () => void;

  constructor(
    catalogue: Catalogue,
    hashes: Hashes,
    initial: SnippetSettings,
    toolMessages: ToolMessages,
    {shape, width}: {readonly shape: string | null; readonly width: string | null},
    isTrusted: boolean,
    onChange: () => void,
  ) {
    super(catalogue, initial);
    this.toolMessages = toolMessages;
    this.folder = new ScriptFolder(hashes);
    this.#format = [...SNIPPET_FORMATS, 'others' as const].find(one => one === shape) ?? 'element';
    this.dataOrigin = originOf(this.settings) ?? 'demo';
    this.view = new PreviewView(width, onChange);
    this.file = new FileConversion(this.settings.widget);
    this.#trust = new LinkTrust(this.settings, isTrusted);
    this.#onChange = onChange;
  }

  /** Hosts from the link that would be requested for the data. Nothing is loaded before the person confirms them. */
  get unconfirmedHosts(): readonly string[] {
    return this.#trust.unconfirmedHosts(this.settings);
  }

  /** Host of the script from the link, until the person confirms it: the snippet would run its code. */
  get unconfirmedScriptHost(): string | undefined {
    return this.#trust.unconfirmedScriptHost(this.settings);
  }

  /** True if nothing of the link is left to be confirmed. */
  get isTrusted(): boolean {
    return this.unconfirmedHosts.length === 0 && this.unconfirmedScriptHost === undefined;
  }

  /** Loads the data that the link names. */
  confirmHosts(): void {
    this.#trust.confirmHosts();
    this.#onChange();
    this.#reprobe();
  }

  /** Keeps the folder of the script that the link names. */
  confirmBase(): void {
    this.#trust.confirmBase();
    this.#onChange();
    this.#updateHashes();
  }

  /** Document of the converted file; undefined unless its data are shown. */
  get document(): PortalDocument | undefined {
    return this.dataOrigin === 'file' ? this.file.document : undefined;
  }

  /** Origins of the data that the widget can have. */
  get dataOrigins(): readonly DataOrigin[] {
    return dataOriginsFor(this.settings.widget);
  }

  /** Edits another widget of the same portal. */
  selectInPortal(index: number): void {
    this.change(selectInPortal(this.settings, index));
    this.setRecordKind(recordKindFor(this.settings.widget));
    this.#reprobe();
  }

  setDataOrigin(origin: DataOrigin): void {
    this.dataOrigin = origin;
    // Records in the tag would replace the records of an address.
    if (origin !== 'inline') this.setBlock('items', '');
    const {api} = effectiveAttributes(this.settings);
    if (origin === 'demo') this.setAttribute('api', demoApi());
    else if (api && (origin !== 'address' || api === demoApi()))
      this.setAttribute('api', undefined);
    else this.#reprobe();
    // Links found before lead to records of other data.
    if (origin === 'inline') this.change({...this.settings, links: []});
    this.#onChange();
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
    const {settings} = this;
    // Pictures in the tag need no address.
    const {api: _, ...attributes} = settings.attributes;
    const needsNone = settings.widget === 'compare' && showsOwnContent(settings);
    return resolveUrls(needsNone ? {...settings, attributes} : settings, location.href);
  }

  /** Query string of the current state, for `history.replaceState`. */
  get query(): string {
    const {base} = this.settings;
    const query = new URLSearchParams({shape: this.format, width: String(this.view.width)});
    const own = toQuery({...this.settings, base: base === ownBase() ? '' : base});
    return `${own}&${query.toString()}`;
  }

  protected override handleChange(): void {
    this.copiedName = '';
    this.#onChange();
  }

  protected override handleAttributeChange(name: string): void {
    if (['api', 'source', 'fields'].includes(name)) this.#reprobe();
    else if (RECORD_ATTRIBUTES.includes(name)) void this.#updateLinks();
  }

  /** Discards the probe result and requests the data again. */
  #reprobe(): void {
    this.probe.reset();
    if (this.unconfirmedHosts.length > 0) return;
    const hasData = this.document ?? this.target.value('api');
    if (hasData && this.widget?.attributes.has('api')) void this.probeUrl();
  }

  selectWidget(noun: string): void {
    if (!this.replaceWidget(noun)) return;
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
    if (this.settings.base !== ownBase() && !this.unconfirmedScriptHost) this.#updateHashes();
  }

  setBase(base: string): void {
    const url = withScheme(base).replace(/\/+$/, '');
    this.change({
      ...this.settings,
      base: url && URL.canParse(url, location.href) ? new URL(url, location.href).href : ownBase(),
    });
    this.#updateHashes();
  }

  /** Reads the hashes of the selected folder. */
  #updateHashes(): void {
    void this.folder.update(this.settings.base, this.#onChange);
  }

  setFormat(format: SnippetFormat | 'others'): void {
    this.#format = format;
    this.copiedName = '';
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
    this.#trust.confirmHosts();
    const running = this.probe.run(this.#probeRequest);
    this.#onChange();
    const result = await running;
    if (!result) return;
    if (result.status === 'ready') await this.#updateLinks();
    else if (this.dataOrigin === 'demo') this.setDataOrigin('address');
    else this.change(this.settings);
  }

  get #probeRequest(): ProbeRequest {
    const {widget} = this.settings;
    const {api = '', source = '', fields = ''} = effectiveAttributes(this.settings);
    return {api, source, fields, widget, language: this.language, document: this.document};
  }

  /** Updates the links in the snippet to match the records that the widget shows. */
  async #updateLinks(): Promise<void> {
    const {attributes} = this.settings;
    const links = await this.probe.findLinks(this.#probeRequest, attributes);
    if (links && selectSameRecords(attributes, this.settings.attributes))
      this.change({...this.settings, links});
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
    this.change({...settings, base: settings.base || base});
    // A file that was given stays, if the snippet has no other data.
    const isAuthored = AUTHORED_WIDGETS.includes(settings.widget);
    this.dataOrigin =
      originOf(settings) ?? (this.file.file ? 'file' : isAuthored ? 'own' : 'address');
    if (settings.widget !== widget) this.setRecordKind(recordKindFor(settings.widget));
    this.#reprobe();
    if (settings.base && settings.base !== base) this.#updateHashes();
  }

  setRecordKind(kind: RecordKind): void {
    this.file.kind = kind;
    if (this.file.file) void this.loadFile(this.file.file);
    else this.#onChange();
  }

  setSheet(sheet: string): void {
    if (this.file.file) void this.loadFile(this.file.file, sheet);
  }

  /** Converts a file to a portal document, without uploading it. A sheet stays selected as long as the file does. */
  async loadFile(
    file: File,
    sheet = file === this.file.file ? this.file.sheet : undefined,
  ): Promise<void> {
    // A file of this computer has no address yet. That of other data would show those.
    if (this.file.file !== file) this.setDataOrigin('file');
    if (!(await this.file.load(file, sheet, this.#onChange))) return;
    if (this.dataOrigin === 'file') this.#reprobe();
    this.#onChange();
  }
}
