import type {Severity} from '../src/tools/messages/diagnostic.js';
import type {ProbeError} from './probe.js';
import type {SnippetFormat} from '../src/tools/snippets/settings.js';

/** Labels of widgets, attributes and their values, in one language. */
export interface Labels {
  /** Name and description by widget. */
  readonly widgets: Readonly<Record<string, readonly [name: string, what: string]>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** All texts of the configurator, in one language. */
export interface ConfiguratorMessages extends Labels {
  readonly lang: 'fr' | 'nl' | 'en';
  readonly title: string;
  readonly intro: string;
  readonly steps: {
    readonly widget: string;
    readonly data: string;
    readonly settings: string;
    readonly content: string;
    readonly appearance: string;
    readonly preview: string;
    readonly snippet: string;
  };
  readonly byDefault: (value: string) => string;
  readonly ownAttributes: string;
  readonly filters: string;
  /** Hint that all settings are optional. */
  readonly optional: string;
  /** Hint about the mandatory information of a contribution form (GDPR, article 13). */
  readonly legalNotice: string;
  readonly otherSource: string;
  readonly probe: string;
  readonly useDemo: string;
  readonly probing: string;
  readonly contents: (parts: readonly string[]) => string;
  readonly collections: Readonly<Record<string, (n: number) => string>>;
  readonly inLanguages: (names: readonly string[]) => string;
  readonly dropped: (n: number) => string;
  readonly noRecords: string;
  readonly readable: string;
  /** Result for data that only pages of the same site can read. */
  readonly readableFromSameSite: string;
  readonly probeErrors: Readonly<Record<ProbeError, readonly [sentence: string, fix: string]>>;
  readonly file: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly working: string;
    readonly recordCount: (records: number) => string;
    readonly download: string;
    readonly next: string;
    readonly nothing: string;
    readonly unknown: string;
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
    readonly contrastOk: (ratio: string) => string;
    readonly contrastTooLow: (ratio: string, minContrast: string) => string;
    readonly rule: string;
  };
  readonly width: (pixels: number) => string;
  readonly widths: string;
  readonly formats: Readonly<Record<SnippetFormat | 'others', string>>;
  readonly formatHints: Readonly<Record<SnippetFormat | 'others', string>>;
  /** Shown instead of the preview if there are no data. */
  readonly previewEmpty: string;
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
  readonly policy: {readonly title: string; readonly intro: string};
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
