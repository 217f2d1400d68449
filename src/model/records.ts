import type {Bbox, Geo} from './geo.js';
import type {Period} from './period.js';
import type {Text} from './text.js';

/** String or integer, unique within a collection. */
export type Id = string | number;

/** Kind of portal. Unknown values of the API are kept and shown unchanged. */
export type Family = 'acteur' | 'theme' | 'projet' | (string & {});

/** Families in the order of the platform. */
export const FAMILIES = ['acteur', 'theme', 'projet'] as const;

export interface Picture {
  readonly src: string;
  readonly alt?: Text | undefined;
  readonly credit?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface Commune {
  readonly name?: Text | undefined;
  /** INSEE code, five characters (`59450`, `2A004`). */
  readonly insee?: string | undefined;
  /** SIREN of the EPCI, if the record states it. */
  readonly epci?: string | undefined;
  /** Codes of the département and region, if the record states them in addition to the INSEE code. */
  readonly departement?: string | undefined;
  readonly region?: string | undefined;
}

export interface Organisation {
  readonly id: Id;
  readonly name: string;
  readonly type?: string | undefined;
  readonly url?: string | undefined;
  readonly logo?: Picture | undefined;
  readonly country?: string | undefined;
  readonly role?: Text | undefined;
  readonly geo?: Geo | null | undefined;
}

/** Area covered by a portal. */
export interface Territory {
  readonly name?: Text | undefined;
  readonly insee?: string | undefined;
  readonly level?: string | undefined;
  readonly bbox?: Bbox | undefined;
}

export interface Portal {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly family?: Family | undefined;
  readonly description?: Text | undefined;
  readonly url?: string | undefined;
  /** Validated colour, `#rrggbb`. */
  readonly accent?: string | undefined;
  readonly logo?: Picture | undefined;
  readonly cover?: Picture | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly sections?: readonly string[] | undefined;
  readonly actors?: readonly Organisation[] | undefined;
  readonly territory?: Territory | undefined;
  readonly programme?: Id | undefined;
  readonly projects?: readonly Id[] | undefined;
  /** Number of resources by section. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly status?: 'active' | 'archive' | (string & {}) | undefined;
  readonly updated?: string | undefined;
}

export interface Attachment {
  readonly url: string;
  readonly title?: Text | undefined;
  /** Media type (`application/pdf`) or file extension (`pdf`). */
  readonly type?: string | undefined;
  /** Size in bytes. */
  readonly size?: number | undefined;
  readonly lang?: string | undefined;
}

export interface Resource {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly family?: Family | undefined;
  readonly type?: string | undefined;
  readonly section?: string | undefined;
  readonly abstract?: Text | undefined;
  readonly body?: Text | undefined;
  readonly url?: string | undefined;
  readonly portals?: readonly Id[] | undefined;
  readonly themes?: readonly string[] | undefined;
  readonly scales?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly commune?: Commune | undefined;
  readonly geo?: Geo | null | undefined;
  readonly image?: Picture | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly owners?: readonly string[] | undefined;
  readonly designers?: readonly string[] | undefined;
  readonly organisation?: string | undefined;
  readonly period?: Period | undefined;
  readonly event?: Period | undefined;
  readonly published?: string | undefined;
  readonly created?: string | undefined;
  readonly updated?: string | undefined;
  readonly publisher?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly tools?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly licence?: string | undefined;
  readonly identifier?: string | undefined;
}

export interface Budget {
  readonly total?: number | undefined;
  readonly eu?: number | undefined;
  /** Share of EU funding in percent, 0 to 100. */
  readonly rate?: number | undefined;
  /** ISO 4217 code. Default: `EUR`. */
  readonly currency?: string | undefined;
}

export interface Partner {
  readonly name: string;
  readonly role?: Text | undefined;
  readonly country?: string | undefined;
  readonly geo?: Geo | null | undefined;
}

export interface Phase {
  readonly title?: Text | undefined;
  readonly period?: Period | undefined;
  readonly state?: 'done' | 'now' | 'next' | (string & {}) | undefined;
}

export interface Project {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly acronym?: string | undefined;
  readonly description?: Text | undefined;
  readonly url?: string | undefined;
  readonly family?: Family | undefined;
  readonly portal?: Id | undefined;
  readonly programme?: Id | undefined;
  /** Portfolio that this project belongs to. */
  readonly parent?: Id | undefined;
  readonly period?: Period | undefined;
  readonly datePrecision?: 'exact' | 'circa' | (string & {}) | undefined;
  readonly budget?: Budget | undefined;
  readonly lead?: string | undefined;
  readonly partners?: readonly Partner[] | undefined;
  readonly geo?: Geo | null | undefined;
  readonly commune?: Commune | undefined;
  readonly themes?: readonly string[] | undefined;
  readonly phases?: readonly Phase[] | undefined;
  /** Next meeting: id of an event, or the event itself. */
  readonly next?: Id | (Omit<PortalEvent, 'id'> & {readonly id?: Id | undefined}) | undefined;
  readonly participate?:
    | {
        readonly label?: Text | undefined;
        readonly url?: string | undefined;
        readonly until?: string | undefined;
      }
    | undefined;
  readonly sources?:
    readonly {readonly title?: Text | undefined; readonly url?: string | undefined}[] | undefined;
}

export interface Fund {
  readonly name?: string | undefined;
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
}

export interface Programme {
  readonly id: Id;
  readonly title?: Text | undefined;
  /** `I` to `VI`. */
  readonly generation?: string | undefined;
  /** `A` cross-border, `B` transnational, `C` interregional, `D` outermost regions. */
  readonly strand?: string | undefined;
  readonly area?: Text | undefined;
  readonly period?: Period | undefined;
  readonly fund?: Fund | undefined;
  /** Statement and emblem required by the programme, shown with its projects. */
  readonly funding?:
    {readonly text?: Text | undefined; readonly logo?: Picture | undefined} | undefined;
}

export interface Chapter {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly intro?: Text | undefined;
  readonly portal?: Id | undefined;
  readonly order?: number | undefined;
  readonly resources?: readonly Id[] | undefined;
}

export interface PortalEvent {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly period: Period;
  /** IANA time zone. Default: `Europe/Paris` for times without an offset. */
  readonly timezone?: string | undefined;
  readonly place?: string | undefined;
  readonly geo?: Geo | null | undefined;
  readonly url?: string | undefined;
  readonly portal?: Id | undefined;
  readonly project?: Id | undefined;
  readonly description?: Text | undefined;
  readonly image?: Picture | undefined;
  readonly status?: string | undefined;
}

export interface StoryStep {
  readonly title?: Text | undefined;
  readonly text?: Text | undefined;
  readonly image?: Picture | undefined;
  readonly before?: Picture | undefined;
  readonly after?: Picture | undefined;
  readonly geo?: Geo | null | undefined;
  readonly zoom?: number | undefined;
  readonly year?: number | undefined;
  readonly resource?: Id | undefined;
}

export interface Story {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly intro?: Text | undefined;
  readonly steps?: readonly StoryStep[] | undefined;
  readonly portal?: Id | undefined;
  readonly credit?: string | undefined;
}

export interface Contribution {
  readonly id: Id;
  readonly kind: string;
  readonly text?: Text | undefined;
  readonly geo?: Geo | null | undefined;
  readonly photos?: readonly Picture[] | undefined;
  readonly name?: string | undefined;
  readonly created?: string | undefined;
  readonly state?: 'pending' | 'published' | 'refused' | (string & {}) | undefined;
  readonly portal?: Id | undefined;
  readonly project?: Id | undefined;
}

/** Record type of each collection of the portal API. */
export interface Collections {
  portals: Portal;
  resources: Resource;
  projects: Project;
  programmes: Programme;
  organisations: Organisation;
  chapters: Chapter;
  events: PortalEvent;
  stories: Story;
  contributions: Contribution;
}

export type CollectionName = keyof Collections;
export type PortalRecord = Collections[CollectionName];

export const COLLECTIONS = [
  'portals',
  'resources',
  'projects',
  'programmes',
  'organisations',
  'chapters',
  'events',
  'stories',
  'contributions',
] as const satisfies readonly CollectionName[];

/** Returns the title of a record, or the name of an organisation. */
export const titleOf = (record: PortalRecord): Text | undefined =>
  (record as Resource).title ?? (record as Organisation).name;
