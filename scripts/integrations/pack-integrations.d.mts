export type ZipName = 'spass-widgets-wordpress.zip' | 'spass-widgets-spip.zip';
/** Returns both zip files, from the output of a build. */
export function packIntegrations(dist: string): Promise<Record<ZipName, Uint8Array>>;
/** Writes the zip files to `integrations/` in a folder. */
export function writeIntegrations(dist: string): Promise<void>;
