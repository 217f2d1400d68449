import type {attachment, commune, picture} from './schemas/part-schemas.js';
import {
  type budget,
  type fund,
  type partner,
  type phase,
  type projectContact,
  RECORD_SCHEMAS,
  type storyStep,
  type territory,
} from './schemas/record-schemas.js';
import type {Infer} from './schemas/schema-builder.js';
import type {Text} from './text.js';

export {FAMILIES, type Family} from './schemas/record-schemas.js';
export type {Id} from './schemas/scalar-schemas.js';

/** Record type of each collection of the portal API. */
export type Collections = {
  [K in keyof typeof RECORD_SCHEMAS]: Infer<(typeof RECORD_SCHEMAS)[K]>;
};
export type CollectionName = keyof Collections;
export type PortalRecord = Collections[CollectionName];

export type Portal = Collections['portals'];
export type Resource = Collections['resources'];
export type Project = Collections['projects'];
export type Programme = Collections['programmes'];
export type Organisation = Collections['organisations'];
export type Chapter = Collections['chapters'];
export type PortalEvent = Collections['events'];
export type Story = Collections['stories'];
export type Contribution = Collections['contributions'];

export type Attachment = Infer<typeof attachment>;
export type Budget = Infer<typeof budget>;
export type Commune = Infer<typeof commune>;
export type Fund = Infer<typeof fund>;
export type Partner = Infer<typeof partner>;
export type Phase = Infer<typeof phase>;
export type ProjectContact = Infer<typeof projectContact>;
export type Picture = Infer<typeof picture>;
export type StoryStep = Infer<typeof storyStep>;
export type Territory = Infer<typeof territory>;

/** Kinds of contribution that the form offers. */
export const CONTRIBUTION_KINDS = ['idea', 'photo', 'tree', 'comment', 'place'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const COLLECTIONS = Object.keys(RECORD_SCHEMAS) as readonly CollectionName[];

/** Returns the title of a record, or the name of an organisation. */
export const titleOf = (record: PortalRecord): Text | undefined =>
  (record as Resource).title ?? (record as Organisation).name;
