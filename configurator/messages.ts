import type {Severity} from '../src/tools/messages/diagnostic.js';
import type {RecordKind} from '../src/tools/convert/convert.js';
import type {DataOrigin} from './data-origin.js';
import type {ProbeError} from './probe.js';
import type {BlockName} from '../src/tools/snippets/blocks.js';
import type {SnippetFormat} from '../src/tools/snippets/settings.js';

/** Examples, the same in all languages. */
export const TEMPLATE_EXAMPLE =
  '<h3><a data-field="url"></a></h3>\n<p data-field="description"></p>';
export const ITEMS_EXAMPLE = '[{"id": 1, "title": "La halle", "geo": {"lat": 50.1, "lon": 3.63}}]';
export const MESSAGE_OVERRIDES_EXAMPLE = '{"more": "Charger la suite"}';

/** Labels of widgets, attributes and their values, in one language. */
export interface Labels {
  /** Name and description by widget. */
  readonly widgets: Readonly<Record<string, readonly [name: string, what: string]>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  /** Values, also by attribute: `fit.none`. */
  readonly choices: Readonly<Record<string, string>>;
  /** Default of a choice that has no value for it, by attribute. */
  readonly emptyChoices: Readonly<Record<string, string>>;
  /** Short names of the skins. */
  readonly skins: Readonly<Record<string, string>>;
}

/** All texts of the configurator, in one language. */
export interface ConfiguratorMessages extends Labels {
  readonly lang: 'fr' | 'nl' | 'en';
  readonly title: string;
  readonly intro: string;
  readonly steps: {
    readonly widget: string;
    readonly data: string;
    readonly content: string;
    readonly appearance: string;
    readonly preview: string;
    readonly snippet: string;
  };
  /** Default of a choice without a name. */
  readonly byDefault: string;
  readonly asDefault: (label: string) => string;
  readonly dataOrigins: Readonly<Record<DataOrigin, string>>;
  /** Said of a portal that contains several widgets. */
  /** Own templates, message overrides and records. */
  readonly blocks: {
    readonly title: string;
    readonly overridesTitle: string;
    readonly language: string;
    readonly pageLanguage: string;
    readonly texts: Readonly<
      Record<
        BlockName | 'messageOverrides',
        {readonly label: string; readonly hint: string; readonly example: string}
      >
    >;
  };
  readonly siblings: (n: number) => string;
  readonly layers: {
    readonly title: string;
    readonly intro: string;
    readonly add: string;
    readonly one: (n: number) => string;
    readonly remove: (n: number) => string;
  };
  readonly ownAttributes: string;
  readonly otherAttributes: string;
  readonly filters: string;
  /** Hint about the mandatory information of a contribution form (GDPR, article 13). */
  readonly legalNotice: string;
  readonly otherSource: string;
  readonly probe: string;
  readonly probing: string;
  readonly contents: (parts: readonly string[]) => string;
  readonly collections: Readonly<Record<string, (n: number) => string>>;
  readonly recordKinds: Readonly<Record<RecordKind, string>>;
  readonly inLanguages: (names: readonly string[]) => string;
  readonly dropped: (n: number) => string;
  readonly noRecords: string;
  readonly readable: string;
  /** Result for data that only pages of the same site can read. */
  readonly readableFromSameSite: string;
  /** Hint that pages of the same host need no CORS. */
  readonly sameSite: (host: string) => string;
  /** Hint that a frame needs CORS even on the same host. */
  readonly frameNeedsCors: string;
  readonly probeErrors: Readonly<Record<ProbeError, readonly [sentence: string, fix: string]>>;
  readonly file: {
    readonly intro: string;
    readonly choose: string;
    readonly working: string;
    readonly recordCount: (records: number) => string;
    readonly download: string;
    readonly next: string;
    readonly address: string;
    /** Written in the snippet until the address is known. */
    readonly exampleAddress: string;
    readonly nothing: string;
    readonly unknown: string;
    readonly unreadable: string;
    readonly diagnostics: (n: number) => string;
    readonly severities: Readonly<Partial<Record<Severity, string>>>;
    readonly recordKind: string;
    readonly sheet: string;
  };
  readonly colours: {
    readonly title: string;
    readonly intro: string;
    readonly names: Readonly<Record<string, string>>;
    readonly clear: string;
    readonly byDefault: string;
    readonly contrastOk: (ratio: string) => string;
    readonly contrastTooLow: (ratio: string, minContrast: string) => string;
  };
  /** Width of the preview: the space that there is. */
  readonly fit: string;
  readonly schemes: {readonly label: string; readonly light: string; readonly dark: string};
  readonly widths: string;
  /** Buttons that print the poster of a project, and the link to one. */
  readonly poster: {readonly print: string; readonly example: string};
  readonly formats: Readonly<Record<SnippetFormat | 'others', string>>;
  readonly formatHints: Readonly<Record<SnippetFormat | 'others', string>>;
  /** Shown instead of the preview if there are no data. */
  readonly previewEmpty: string;
  /** Shown instead of the preview as long as no file was given. */
  readonly previewDrop: string;
  /** Said beside the snippet of the demonstration. */
  readonly demoNotice: string;
  /** Said beside the snippet for a file that has no address yet. */
  readonly fileNotice: string;
  /** Hint that the snippet contains sample content. */
  readonly sampleNotice: string;
  readonly plugin: string;
  /** Questions about what the link to this page names. */
  readonly link: {
    readonly script: (host: string) => string;
    readonly ownScript: string;
    readonly foreignScript: (host: string) => string;
    readonly data: (hosts: string) => string;
    readonly load: string;
  };
  readonly embedJson: string;
  readonly guide: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly host: {
    readonly title: string;
    readonly intro: string;
    readonly zip: string;
    readonly base: string;
    readonly baseHint: string;
    readonly missingHashes: string;
    readonly mutableVersion: string;
    /** Hint that the hashes of the folder could not be read. */
    readonly fallbackHashes: (version: string) => string;
    readonly otherVersionHashes: string;
    readonly sameHashes: string;
  };
  readonly policy: {readonly title: string; readonly intro: string; readonly colours: string};
  readonly preload: {readonly title: string; readonly intro: string; readonly none: string};
  readonly importer: {
    readonly title: string;
    readonly intro: string;
    readonly label: string;
    readonly read: string;
    readonly ok: string;
  };
  readonly share: string;
  readonly language: string;
  readonly noScript: string;
  readonly loadFailed: string;
}
