import type {SnippetFault} from '../../src/paste/findings.js';
import type {Trouble} from './probe.js';
import type {Shape} from '../../src/paste/settings.js';

/** Labels of widgets, attributes and their values, in one language. */
export interface Names {
  /** Name and description by widget. */
  readonly widgets: Readonly<Record<string, readonly [name: string, what: string]>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** All texts of the configurator, in one language. */
export interface Words extends Names {
  readonly lang: 'fr' | 'nl' | 'en';
  readonly title: string;
  readonly intro: string;
  readonly steps: {
    readonly widget: string;
    readonly data: string;
    readonly settings: string;
    readonly content: string;
    readonly look: string;
    readonly preview: string;
    readonly paste: string;
  };
  readonly byDefault: (value: string) => string;
  readonly ownAttributes: string;
  readonly filters: string;
  /** Hint that all settings are optional. */
  readonly optional: string;
  /** Hint about the mandatory information of a contribution form (GDPR, article 13). */
  readonly needed: string;
  readonly otherKind: string;
  readonly tryIt: string;
  readonly tryDemo: string;
  readonly trying: string;
  readonly holds: (parts: readonly string[]) => string;
  readonly collections: Readonly<Record<string, (n: number) => string>>;
  readonly inLanguages: (names: readonly string[]) => string;
  readonly dropped: (n: number) => string;
  readonly noneHeld: string;
  readonly readable: string;
  /** Result for data that only pages of the same site can read. */
  readonly readableHere: string;
  readonly troubles: Readonly<Record<Trouble, readonly [sentence: string, fix: string]>>;
  readonly file: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly working: string;
    readonly kept: (records: number) => string;
    readonly download: string;
    readonly next: string;
    readonly nothing: string;
    readonly unknown: string;
    readonly findings: (n: number) => string;
    readonly levels: Readonly<Record<'failed' | 'dropped' | 'doubt', string>>;
    readonly kind: string;
  };
  readonly colours: {
    readonly title: string;
    readonly intro: string;
    readonly names: Readonly<Record<string, string>>;
    readonly clear: string;
    readonly enough: (ratio: string) => string;
    readonly poor: (ratio: string, least: string) => string;
    readonly rule: string;
  };
  readonly width: (pixels: number) => string;
  readonly widths: string;
  readonly shapes: Readonly<Record<Shape | 'others', string>>;
  readonly shapeHints: Readonly<Record<Shape | 'others', string>>;
  /** Shown instead of the preview if there are no data. */
  readonly previewEmpty: string;
  /** Hint that the snippet contains sample content. */
  readonly draft: string;
  readonly plugin: string;
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
    readonly noHash: string;
    readonly mutable: string;
    /** Hint that the hashes of the folder could not be read. */
    readonly ourHash: (version: string) => string;
    readonly theirHash: string;
    readonly sameHash: string;
  };
  readonly policy: {readonly title: string; readonly intro: string};
  readonly pasted: {
    readonly title: string;
    readonly intro: string;
    readonly label: string;
    readonly read: string;
    readonly ok: string;
    readonly faults: (fault: SnippetFault) => string;
  };
  readonly share: string;
  readonly language: string;
  readonly noScript: string;
  readonly loadFailed: string;
}
