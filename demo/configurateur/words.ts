import type {SnippetFault} from '../../src/paste/findings.js';
import type {Trouble} from './probe.js';
import type {Shape} from '../../src/paste/settings.js';

/** What widgets, attributes and their values are called. */
export interface Names {
  /** Each widget: what it is called, what a visitor sees. */
  readonly widgets: Readonly<Record<string, readonly [name: string, what: string]>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** Everything that the configurator says, in one language. */
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
  /** Everything in the step of the settings may be left as it is. */
  readonly optional: string;
  /** Of a form: what the law wants of whoever keeps what is sent. */
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
  /** The page may read it, being of the same site; others may not. */
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
  /** Nothing to be seen before there are data. */
  readonly previewEmpty: string;
  /** Of a draft: whose pictures and texts those are. */
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
    /** What the hashes are of, when those of the folder can't be read. */
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
