export type ZipName = 'spass-widgets-wordpress.zip' | 'spass-widgets-spip.zip';
/** Both zips, made of what a build has written. */
export function packIntegrations(dist: string): Record<ZipName, Uint8Array>;
/** Writes them to `integrations/` of the folder. */
export function writeIntegrations(dist: string): void;
