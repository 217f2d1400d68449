import {LoadError} from '../client/errors.js';
import type {CommuneLocatedSource} from '../decorators/commune-located-source.js';
import type {PortalSource} from '../source.js';
import type {ShardsSource} from './document/shards-source.js';
import {SOURCE_KINDS, suggestKind} from './registry.js';
import type {SourceOptions} from './shared/source-options.js';

// Opens the sources that few pages need, after loading their code. One module, so that the first script of the CDN
// contains the hash of one file instead of three.

/**
 * Opens a foreign source.
 *
 * @throws {LoadError} if the kind is unknown. The message lists all kinds and suggests the closest.
 */
export async function openForeignSource(
  kind: string,
  options: SourceOptions,
): Promise<PortalSource> {
  const load = Object.hasOwn(SOURCE_KINDS, kind) ? SOURCE_KINDS[kind]?.load : undefined;
  if (!load) throw new LoadError('unsupported', options.url, unknownKindMessage(kind.slice(0, 40)));
  return (await load()).open(options);
}

function unknownKindMessage(kind: string): string {
  const names = Object.keys(SOURCE_KINDS);
  const suggestion = suggestKind(kind);
  const question = suggestion === undefined ? '.' : `: did you mean "${suggestion}"?`;
  return `no source is called "${kind}"${question} The kinds are ${names.join(', ')}`;
}

/** Opens the collections that a manifest lists. */
export const openShards = async (
  ...parameters: ConstructorParameters<typeof ShardsSource>
): Promise<PortalSource> =>
  (await import('./document/shards-source.js')).shardsSourceOf(...parameters);

/** Merges several sources into one. */
export const mergeSources = async (sources: readonly PortalSource[]): Promise<PortalSource> =>
  new (await import('./shared/merged-source.js')).MergedSource(sources);

/** Returns the source with records placed at the centre of their commune if they have no coordinates. */
export const locateByCommune = async (
  ...parameters: ConstructorParameters<typeof CommuneLocatedSource>
): Promise<PortalSource> =>
  new (await import('../decorators/commune-located-source.js')).CommuneLocatedSource(...parameters);
